using Baton.Cli.Options;
using Baton.Engine.Commands;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton apply</c>: records the settings of the groups in the store, where they win over every file.</summary>
public static class ApplyCommand
{
    private static readonly Option<bool> Forget = new(
        "forget",
        "",
        "also forget recorded settings of which the file says nothing",
        ValueReaders.Truth
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("apply", "record the settings of baton.yml's groups in the store")
    {
        Options = [Forget, .. CommonOptions.Place, CommonOptions.Json, CommonOptions.DryRun],
        Essay =
            "Recorded settings win over those of requests and files, so that no branch loosens\n"
            + "them. The store knows names only: a pattern is recorded for the groups that it means\n"
            + "and that are in use, paused or recorded; apply again when there are new ones.",
        Examples =
        [
            ("baton apply --dry-run", "the difference between baton.yml and the store"),
            ("baton apply", "records it"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var said = OperatorCall.Of(call);
        if (ReferenceEquals(said.Site.Configuration, BatonConfiguration.Empty))
            throw new AskingException(
                AskingFault.Configuration,
                "there is no baton.yml here, so there is nothing to record; baton init writes one"
            );
        var isDry = call.Has(CommonOptions.DryRun);
        var changes = await ChangesAsync(said).ConfigureAwait(false);
        var forgets = call.Has(Forget);
        if (!isDry)
            await RecordAsync(said, [.. changes.Where(change => Applies(change, forgets))]).ConfigureAwait(false);
        return new ApplyReport(said, forgets).Tell(changes);
    }

    /// <summary>Whether a change is made: what is only recorded stays, unless it is to be forgotten.</summary>
    internal static bool Applies(SettingsChange change, bool forgets) =>
        change.IsChange && (change.After is not null || forgets);

    private static async ValueTask<IReadOnlyList<SettingsChange>> ChangesAsync(OperatorCall said)
    {
        var scope = await Reading.OpenAsync(said.Site, said.Call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            return SettingsChange.Of(said.Site.Configuration, []);
        await using var open = scope.ConfigureAwait(false);
        return SettingsChange.Of(said.Site.Configuration, await scope.ResourcesAsync(default).ConfigureAwait(false));
    }

    private static async ValueTask RecordAsync(OperatorCall said, IReadOnlyList<SettingsChange> changes)
    {
        if (changes.Count == 0)
            return;
        var clock = new BootClock(said.Call.Surroundings.Clock);
        await using var scope = await Stores.OpenAsync(said.Call.Surroundings, said.Site, clock).ConfigureAwait(false);
        var commands = changes.Select(change => new Command.Configure(change.Resource, change.After, said.By));
        var applied = await scope.ApplyAsync([.. commands], default).ConfigureAwait(false);
        new Doorbells(said.Site.Place.Folder).RingFor(applied.Changes, null);
    }
}
