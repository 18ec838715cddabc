using Baton.Workflows.Events.Filters;
using Baton.Workflows.Events.Schedules;
using Baton.Workflows.Templates;

namespace Baton.Proof.Fuzzing;

/// <summary>The small languages: patterns of branches and paths, cron expressions, names with fields in them.</summary>
internal sealed class PatternFuzz : IFuzzTarget
{
    private const string Signs = "ab/*?+[]-!\\. ~\n\ud83d\ude00é09,{}()|:LW#@";
    private const int Long = 400;

    public string Name => "patterns";

    public string Input(int seed)
    {
        var random = new Random(seed);
        var length = random.Next(random.Next(10) == 0 ? Long : 12);
        return string.Concat(Enumerable.Range(0, length).Select(_ => Signs[random.Next(Signs.Length)]));
    }

    public bool Try(int seed)
    {
        var text = Input(seed);
        var name = Input(seed + 1);
        var matched = false;
        foreach (var subject in Enum.GetValues<GlobSubject>())
        {
            var reading = Glob.Read(text, subject);
            foreach (var problem in reading.Problems)
                Require.That(
                    problem.Column >= 0 && problem.Column <= text.Length,
                    "a problem lies outside of the pattern"
                );
            matched |= reading.Glob?.Matches(name) == true | reading.Glob?.Matches(text) == true;
        }

        _ = NameFilter.Of("branches-ignore", [text, name])?.Passes(text);
        _ = CronTimes.Read(text);
        _ = Template.Read(text);
        return matched;
    }
}
