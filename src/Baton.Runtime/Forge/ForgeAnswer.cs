namespace Baton.Runtime.Forge;

/// <summary>An answer of the service.</summary>
/// <param name="Body">Its body.</param>
/// <param name="Next">The next page's address; none on the last, and where there are no pages.</param>
/// <param name="At">When it was given, by the service's clock.</param>
internal sealed record ForgeAnswer(byte[] Body, Uri? Next, DateTimeOffset? At);
