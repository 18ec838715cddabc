using Baton.Engine;
using Baton.Engine.Records;

namespace Baton.Runtime.Coordination;

/// <summary>The engine refused the request itself: it is malformed, or its id was used for something else.</summary>
public sealed class RequestRefusedException(Refusal refusal) : Exception($"the request was refused: {refusal}")
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;
}

/// <summary>The store no longer knows a run that it had accepted.</summary>
public sealed class RequestForgottenException(RunId run) : Exception($"the store no longer knows run {run}")
{
    /// <summary>The run.</summary>
    public RunId Run { get; } = run;
}
