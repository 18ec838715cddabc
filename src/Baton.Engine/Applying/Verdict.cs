using Baton.Engine.Records;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>What ends an arrival before it changes anything.</summary>
internal sealed record Verdict(Conclusion Conclusion, Reason Reason);
