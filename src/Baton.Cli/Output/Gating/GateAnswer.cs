using System.Globalization;
using Baton.Engine.Runs;

namespace Baton.Cli.Output.Gating;

/// <summary>What the gate answers.</summary>
/// <param name="Decision">The decision as a word.</param>
/// <param name="Reason">Why, in one plain sentence without its full stop.</param>
internal sealed record GateAnswer(string Decision, string Reason)
{
    /// <summary>Whether the run may go on.</summary>
    public bool ShouldRun { get; init; }

    /// <summary>This run's id.</summary>
    public string Run { get; init; } = "";

    /// <summary>The token; 0 where nothing is held.</summary>
    public long Token { get; init; }

    /// <summary>The run that won.</summary>
    public Run? Other { get; init; }

    /// <summary>The page that shows what was there already; none where nothing was.</summary>
    public string? Evidence { get; init; }

    /// <summary>What could not be done although the answer stands.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What to do to run again or at all, in one sentence; empty for nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>The exit code.</summary>
    public int Code { get; init; }

    /// <summary>A step's outputs.</summary>
    public IEnumerable<(string Name, string Value)> Values()
    {
        yield return ("decision", Decision);
        yield return ("should_run", ShouldRun ? "true" : "false");
        yield return ("reason", Reason);
        yield return ("duplicate_of", Other?.Id.Value ?? "");
        yield return ("duplicate_url", Other?.Ask.Origin.Url ?? "");
        yield return ("evidence_url", Evidence ?? "");
        yield return ("token", Token.ToString(CultureInfo.InvariantCulture));
        yield return ("run", Run);
    }
}
