using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Health;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores.Postgres;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton doctor</c>: looks whether everything is as it should be, and says how to mend what isn't.</summary>
public static class DoctorCommand
{
    private static readonly Option<bool> Quiet = new(
        "quiet",
        "",
        "say nothing: the exit code tells",
        ValueReaders.Truth
    )
    {
        Short = "-q",
    };

    private static readonly Option<bool> Migrates = new(
        "migrate",
        "",
        "make or renew the tables of a PostgreSQL store, and nothing else",
        ValueReaders.Truth
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("doctor", "check a set-up, and say how to mend what is wrong")
    {
        Options = [Quiet, Migrates, .. CommonOptions.Place, CommonOptions.Json, CommonOptions.DryRun],
        Essay =
            "It looks at the settings, the store, its files, the clocks, the kernel, and at what dead\n"
            + "runs left, and changes nothing. Each thing is ok, a warning or a problem. The exit code\n"
            + "is 83 where there is a problem, and 0 else, also with warnings.\n\n"
            + "--migrate makes the tables in a PostgreSQL database, or brings them to this program's form, as\n"
            + "the first run would: for a user who may, so that those of runs need no right to. With\n"
            + "--dry-run the server tries it and takes it back. Other stores need no such thing.",
        Examples =
        [
            ("baton doctor", "everything, one line each"),
            ("baton doctor --quiet", "a health check: the exit code alone"),
            ("baton doctor --migrate --store postgres://owner@db/baton", "make or renew its tables"),
            ("baton doctor --store sqlite:/srv/baton.db --json", "another store, for a program"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var clock = new BootClock(call.Surroundings.Clock);
        if (call.Has(Migrates))
            return await MigrateAsync(call, clock).ConfigureAwait(false);
        if (call.Has(CommonOptions.DryRun))
            throw new AskingException(
                AskingFault.Usage,
                "--dry-run goes with --migrate: the doctor changes nothing else"
            );
        var search = new SiteSearch(call.Surroundings.Variable, call.Surroundings.Folder);
        var instruments = new Instruments(
            site => Stores.OpenToReadAsync(call.Surroundings, site, clock),
            Path.GetTempPath(),
            clock
        );
        var seen = await new Examiner(search, instruments)
            .ExamineAsync(Requesting.SiteWishes(call), CancellationToken.None)
            .ConfigureAwait(false);
        seen = seen with { ModeOfVariable = ObservingNotice.OfVariable(call.Surroundings.Variable) };
        var found = AllChecks.Of(seen);
        if (!call.Has(Quiet))
            new DoctorReport(call, seen).Tell(found);
        return (int)(found.Any(one => one.Condition == Condition.Problem) ? ExitCode.Unwell : ExitCode.Success);
    }

    private static async ValueTask<int> MigrateAsync(Invocation call, BootClock clock)
    {
        var site = Requesting.Site(call);
        var isDry = call.Has(CommonOptions.DryRun);
        var done = await Stores
            .MigrateAsync(call.Surroundings, site, clock, isDry ? Performance.Rehearsal : Performance.Real)
            .ConfigureAwait(false);
        if (!call.Has(Quiet))
            new MigrationReport(call, site.Place).Tell(done);
        return (int)ExitCode.Success;
    }
}
