using System.Diagnostics;
using Baton.Cli.Options;
using Baton.Engine.Views;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores.Moving;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton store move</c>: carries a scope over to another store.</summary>
internal static class StoreMoveCommand
{
    private const int MostNamed = 5;

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("move", "carry a scope over to another store; tokens go on growing")
    {
        Takes = "FROM TO",
        Words = (2, 2),
        Options = [CommonOptions.Scope, CommonOptions.Config, CommonOptions.Json, CommonOptions.DryRun],
        Essay =
            "FROM and TO are addresses of stores: sqlite:PATH, git:REMOTE, postgres://HOST/DATABASE.\n"
            + "All of the scope goes: windows, settings, pauses, ended runs, the audit. It needs a time\n"
            + "at which no run of the scope lives, else it is refused and nothing is changed.\n\n"
            + "Afterwards the old store refuses every request for the scope and names the new one, so\n"
            + "that nobody is granted in both: say the new one in baton.yml and in BATON_STORE. The old\n"
            + "one can still be read. A move that breaks off is finished by the same command; until then\n"
            + "at most one of the two grants.",
        Examples =
        [
            ("baton store move sqlite:/srv/baton.db git:origin --dry-run", "what would go, or what is in the way"),
            ("baton store move sqlite:/srv/baton.db git:origin", "moves it"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var (from, to) = (SiteOf(call, 0), SiteOf(call, 1));
        if (from.Address == to.Address)
            throw new AskingException(AskingFault.Usage, $"FROM and TO are the same store: {from.Address}");
        if (!Reading.IsThere(from))
            throw Nothing(from);
        var dry = call.Has(CommonOptions.DryRun);
        var clock = new BootClock(call.Surroundings.Clock);
        await using var old = await Stores.OpenAsync(call.Surroundings, from, clock).ConfigureAwait(false);
        if (dry && !Reading.IsThere(to)) // to look must not make a database
            return Tell(call, (from, to), new MoveEnd.Moved(await old.ContentsAsync(default).ConfigureAwait(false)));
        await using var next = await Stores.OpenAsync(call.Surroundings, to, clock).ConfigureAwait(false);
        var move = new Move(new(old, from.Address), new(next, to.Address), OperatorCall.NameOf(call, from));
        var end = dry
            ? await move.ForeseeAsync(default).ConfigureAwait(false)
            : await move.RunAsync(default).ConfigureAwait(false);
        return Tell(call, (from, to), end);
    }

    private static Site SiteOf(Invocation call, int word) =>
        StoreAddress.Parse(call.Words[word]) switch
        {
            StoreReading.Read read => new SiteSearch(call.Surroundings.Variable, call.Surroundings.Folder).Find(
                new SiteWishes(call.Get(CommonOptions.Scope), read.Value, call.Get(CommonOptions.Config))
            ),
            StoreReading.Malformed malformed => throw new AskingException(
                AskingFault.Usage,
                $"{(word == 0 ? "FROM" : "TO")}: {malformed.Message}"
            ),
            _ => throw new UnreachableException("an address is read or malformed"),
        };

    private static int Tell(Invocation call, (Site From, Site To) sites, MoveEnd end) =>
        end switch
        {
            MoveEnd.Moved moved => new StoreMoveReport(call, sites.From, sites.To).Moved(moved.Contents),
            MoveEnd.Already => new StoreMoveReport(call, sites.From, sites.To).Already(),
            MoveEnd.Nothing => throw Nothing(sites.From),
            MoveEnd.Live live => throw Refused(
                $"{sites.From.Scope} has {live.Runs.Count} live runs in {sites.From.Address}; nothing was moved. "
                    + "Wait for them, or end them with baton cancel; baton pause keeps new ones from starting",
                [.. live.Runs.Take(MostNamed).Select(run => $"run {run.Id}, {run.State}")]
            ),
            MoveEnd.Occupied => throw Refused(
                $"{sites.To.Address} has a scope {sites.To.Scope} with a life of its own; nothing was moved. "
                    + $"If it is not needed: baton cleanup --purge --store {sites.To.Address}"
            ),
            MoveEnd.Entangled { Elsewhere: Elsewhere.MovedTo away } entangled => throw Refused(
                $"{sites.From.Scope} has moved from {entangled.Place} to {OneLine.Of(away.Place)}; nothing was changed"
            ),
            MoveEnd.Entangled entangled => throw Refused(
                $"{entangled.Place} waits for {sites.From.Scope} from {OneLine.Of(entangled.Elsewhere.Place)}; nothing was changed. "
                    + $"Finish that move, or let it be: baton cleanup --purge --store {entangled.Place}"
            ),
            _ => throw new UnreachableException(end.GetType().Name),
        };

    private static FailureException Nothing(Site from) =>
        new(new Failure(ExitCode.NotFound, $"{from.Address} has no scope {from.Scope}: there is nothing to move"));

    private static FailureException Refused(string sentence, params IReadOnlyList<string> further) =>
        new(new Failure(ExitCode.Refused, [sentence, .. further]));
}
