namespace Baton.Runtime.Pushing.Merging;

/// <summary>Two changes of one file can't both be kept. It ends the merge of that file, not the push's report.</summary>
/// <param name="message">Why, in one sentence without a full stop; foreign text in it is on one line.</param>
internal sealed class MergeConflictException(string message) : Exception(message);
