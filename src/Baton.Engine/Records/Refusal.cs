using Baton.Engine.Resources;
using Baton.Engine.Views;

namespace Baton.Engine.Records;

/// <summary>Why a command was refused; a refused command changes nothing.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>There is no such run.</summary>
    public sealed record UnknownRun(RunId Run) : Refusal;

    /// <summary>There is no such resource.</summary>
    public sealed record UnknownResource(ResourceName Resource) : Refusal;

    /// <summary>The token is not the run's: the sender does not hold.</summary>
    public sealed record NotHolder(RunId Run, long Token) : Refusal;

    /// <summary>The run was renewed since the sender looked.</summary>
    public sealed record Renewed(RunId Run, long Counter) : Refusal;

    /// <summary>The evidence does not carry: another process domain, or too short a watch.</summary>
    public sealed record EvidenceTooWeak(RunId Run) : Refusal;

    /// <summary>The request id was used for something else.</summary>
    public sealed record OtherContent(RequestId Request, RunId Run) : Refusal;

    /// <summary>The run's name was used by another request.</summary>
    public sealed record RunTaken(RunId Run) : Refusal;

    /// <summary>The run is over, or stands where the command makes no sense.</summary>
    public sealed record WrongState(RunId Run) : Refusal;

    /// <summary>The scope's state is in another store: who wants to ask must ask there.</summary>
    public sealed record NotHere(Elsewhere Elsewhere) : Refusal;

    /// <summary>The command itself is malformed.</summary>
    public sealed record Malformed(string Fault) : Refusal;
}
