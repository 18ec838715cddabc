using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Configuration;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output;

/// <summary>What there is to tell of a run's end.</summary>
/// <param name="Run">The run as it ended; null if it never was.</param>
/// <param name="Code">The exit code.</param>
internal sealed record RunFacts(Run? Run, int Code)
{
    /// <summary>The line for people; empty for none.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The reason alone, in one sentence without its full stop; empty for none.</summary>
    public string Why { get; init; } = "";

    /// <summary>The run that the reason names.</summary>
    public Run? Other { get; init; }

    /// <summary>The warnings of the answer.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The newest entry of the audit, where a summary shows it.</summary>
    public AuditHead? Head { get; init; }

    /// <summary>The signal that came meanwhile.</summary>
    public PosixSignal? Signal { get; init; }

    /// <summary>Whether the command ran without protection, since the store could not be used.</summary>
    public bool IsUnprotected { get; init; }

    /// <summary>Whether the command was not started since the store may only be read, and somebody chose that.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>The end of a run that was only observed; none where decisions bind.</summary>
    public RunEnd.Observed? Observed { get; init; }

    /// <summary>What asking came to, as a word; who only observes goes on as if it had been granted.</summary>
    public string Decision =>
        IsUnprotected ? "unprotected"
        : Observed is not null ? "granted"
        : IsSkipped || Run?.StartedAt is null ? Word
        : "granted";

    /// <summary>The conclusion as a word.</summary>
    public string Word =>
        IsSkipped ? Words.Conclusions[Conclusion.Skipped]
        : Run?.Conclusion is { } conclusion ? Words.Conclusions[conclusion]
        : Observed is null ? "unknown"
        : Words.Conclusions[Code == 0 ? Conclusion.Success : Conclusion.Failure];

    /// <summary>From the asking to the start, or to the end of a run that did not start.</summary>
    public long WaitedSeconds =>
        Run is { } run && (run.StartedAt ?? run.EndedAt) is { } until ? (long)(until - run.AskedAt).TotalSeconds : 0;

    /// <summary>A step's outputs.</summary>
    public IEnumerable<(string Name, string Value)> Values(string scope)
    {
        yield return ("decision", Decision);
        yield return ("conclusion", Word);
        yield return ("scope", scope);
        yield return ("run-id", (Run?.Id ?? Observed?.Run)?.Value ?? "");
        yield return ("token", (Run?.Token ?? 0).ToString(CultureInfo.InvariantCulture));
        yield return ("reason", Sentence);
        yield return ("other-run", (Other ?? Observed?.Enforced.Other)?.Id.Value ?? "");
        yield return ("other-url", (Other ?? Observed?.Enforced.Other)?.Ask.Origin.Url ?? "");
        yield return ("waited-seconds", WaitedSeconds.ToString(CultureInfo.InvariantCulture));
        if (Observed is not { } observed)
            yield break;
        yield return ("mode", Choices.Mode.For(Mode.Observe));
        yield return ("enforced", EnforcedWords.Word(observed.Enforced));
    }

    /// <summary>The fields of its JSON.</summary>
    public void Write(Utf8JsonWriter json, string scope)
    {
        json.PutOutputs(Values(scope));
        json.WriteNumber("exit_code", Code);
        json.WriteStartArray("warnings");
        foreach (var warning in Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
    }
}
