using System.Text.Json;

namespace Baton.Tests.Integration.Cli;

/// <summary>What <c>baton gate --json</c> has told.</summary>
internal sealed record GateTold(string Decision, bool ShouldRun, string Run, long Token)
{
    public string Reason { get; private init; } = "";

    public string Evidence { get; private init; } = "";

    public int Code { get; private init; }

    public string Errors { get; private init; } = "";

    public static GateTold Of(Ended ended)
    {
        ended.Output.ShouldNotBeEmpty(ended.Errors);
        using var json = JsonDocument.Parse(ended.Output);
        var root = json.RootElement;
        return new(
            root.GetProperty("decision").GetString()!,
            root.GetProperty("should_run").GetBoolean(),
            root.GetProperty("run").GetString()!,
            root.GetProperty("token").GetInt64()
        )
        {
            Reason = root.GetProperty("reason").GetString()!,
            Evidence = root.GetProperty("evidence_url").GetString()!,
            Code = ended.Code,
            Errors = ended.Errors,
        };
    }
}
