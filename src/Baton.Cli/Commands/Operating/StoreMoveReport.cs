using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Operating;

/// <summary>Tells that a scope was moved.</summary>
internal sealed class StoreMoveReport(Invocation call, Site from, Site to)
{
    /// <summary>It was moved, or would be; gives the exit code.</summary>
    public int Moved(ScopeContents contents)
    {
        var dry = call.Has(CommonOptions.DryRun);
        var what =
            $"{contents.EndedRuns} ended runs, {contents.Lingering} holds that linger, {contents.Recorded} recorded groups, "
            + $"{contents.Paused} paused, {contents.Entries} audit entries; tokens go on from {contents.LastToken}";
        return Tell(
            (dry ? "foreseen" : "moved", contents),
            dry
                ? $"would move {from.Scope} from {from.Address} to {to.Address}: {what}"
                : $"moved {from.Scope} from {from.Address} to {to.Address}: {what}\n"
                    + $"{from.Address} grants nothing for it any more. Say {to.Address} in baton.yml and BATON_STORE."
        );
    }

    /// <summary>It was moved before; gives the exit code.</summary>
    public int Already() =>
        Tell(
            ("already", null),
            $"{from.Scope} has moved from {from.Address} to {to.Address} already; nothing was changed"
        );

    private int Tell((string Word, ScopeContents? Contents) end, string sentence)
    {
        call.Surroundings.Out.Write(
            call.Has(CommonOptions.Json)
                ? JsonText.Line(json =>
                {
                    json.WriteString("result", end.Word);
                    json.WriteString("scope", from.Scope);
                    json.WriteString("from", from.Address);
                    json.WriteString("to", to.Address);
                    if (end.Contents is not { } contents)
                        return;
                    json.WriteNumber("ended_runs", contents.EndedRuns);
                    json.WriteNumber("lingering", contents.Lingering);
                    json.WriteNumber("recorded", contents.Recorded);
                    json.WriteNumber("paused", contents.Paused);
                    json.WriteNumber("audit_entries", contents.Entries);
                    json.WriteNumber("last_token", contents.LastToken);
                })
                : sentence + "\n"
        );
        return (int)ExitCode.Success;
    }
}
