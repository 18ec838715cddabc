namespace Baton.Runtime.Ci;

/// <summary>A file through which the CI service wants to be told something can't be written.</summary>
public sealed class CiOutputException(string message, Exception inner) : Exception(message, inner);
