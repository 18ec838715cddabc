using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine.Runs;
using Baton.Runtime.Stores;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands;

/// <summary><c>baton why</c>: the story of a run.</summary>
public static class WhyCommand
{
    // One URL may stand for the jobs of a matrix.
    private const int MostStories = 10;

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("why", "tell why a run ran, waits or didn't run, and who won")
    {
        Takes = "RUN",
        Words = (1, 1),
        Options = [.. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "RUN is the beginning of a run's id, or the URL or id that the CI service gave\nit. Where several runs are meant, the newest are told.",
        Examples =
        [
            ("baton why 01JD3Q", "by the beginning of its id"),
            ("baton why https://github.com/acme/shop/actions/runs/77", "by its page"),
        ],
        Execute = ExecuteAsync,
    };

    /// <summary>The runs that a text names, newest first, or a failure that says there are none.</summary>
    internal static async ValueTask<IReadOnlyList<Run>> FindAsync(ITendedScope? scope, string text, string name)
    {
        var found =
            scope is null || text.Length == 0 ? [] : await scope.FindRunsAsync(text, default).ConfigureAwait(false);
        return found.Count > 0
            ? found
            : throw new FailureException(
                new Failure(
                    ExitCode.NotFound,
                    $"the scope {name} knows no run {OneLine.Quoted(text)}: the beginning of an id, a URL or the CI service's id was expected"
                )
            );
    }

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        try
        {
            var found = await FindAsync(scope, call.Words[0], site.Scope).ConfigureAwait(false);
            var page = new Page(call.Surroundings);
            foreach (var (place, run) in found.Take(MostStories).Index())
            {
                if (place > 0 && !call.Has(CommonOptions.Json))
                    page.Gap();
                await TellAsync(scope!, run, (call, page)).ConfigureAwait(false);
            }
            page.Show();
        }
        finally
        {
            if (scope is not null)
                await scope.DisposeAsync().ConfigureAwait(false);
        }

        return (int)ExitCode.Success;
    }

    private static async ValueTask TellAsync(ITendedScope scope, Run run, (Invocation Call, Page Page) to)
    {
        var entries = await scope.RecordsOfAsync(run.Id, default).ConfigureAwait(false);
        var story = await scope
            .ReadAsync((view, now) => Story.Of(view, now, run, entries), default)
            .ConfigureAwait(false);
        if (to.Call.Has(CommonOptions.Json))
            await to.Call.Surroundings.Out.WriteAsync(story.Json()).ConfigureAwait(false);
        else
            story.Show(to.Page);
    }
}
