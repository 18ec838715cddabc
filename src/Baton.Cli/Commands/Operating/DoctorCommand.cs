using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Health;
using Baton.Runtime.Kernel;

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

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("doctor", "check a set-up, and say how to mend what is wrong")
    {
        Options = [Quiet, .. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "It looks at the settings, the store, its files, the clocks, the kernel, and at what dead\n"
            + "runs left, and changes nothing. Each thing is ok, a warning or a problem. The exit code\n"
            + "is 83 where there is a problem, and 0 else, also with warnings.",
        Examples =
        [
            ("baton doctor", "everything, one line each"),
            ("baton doctor --quiet", "a health check: the exit code alone"),
            ("baton doctor --store sqlite:/srv/baton.db --json", "another store, for a program"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var clock = new BootClock(call.Surroundings.Clock);
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
}
