using Baton.Engine.Commands;
using Baton.Engine.Resources;

namespace Baton.Proof.Exploring;

/// <summary>Somebody in a world: one place in the script after the other, at each place one of its alternatives.</summary>
internal sealed class Actor
{
    private Actor(string name, string script) => (Name, Script) = (name, Parse(script));

    public string Name { get; }

    /// <summary>The places, and what can be done at each: a verb and whom it is about.</summary>
    public IReadOnlyList<IReadOnlyList<(Verb Verb, string Target)>> Script { get; }

    /// <summary>What a client asks; none for operators, observers and clocks.</summary>
    public Ask? Ask { get; private init; }

    /// <summary>A client with one run, named after it. Places end with ';', alternatives with a space.</summary>
    public static Actor Client(string name, string script, params Need[] needs) =>
        new(name, script)
        {
            Ask = new()
            {
                Run = new(name),
                Request = new(name),
                Owner = new("d", name),
                Needs = [.. needs],
                Lease = TimeSpan.FromSeconds(30),
            },
        };

    /// <summary>Somebody without a run: "cancel:a; resume:g".</summary>
    public static Actor Other(string name, string script) => new(name, script);

    /// <summary>The same client, asking something else.</summary>
    public Actor With(Func<Ask, Ask> other) => new(Name, Script) { Ask = other(Ask!) };

    private Actor(string name, IReadOnlyList<IReadOnlyList<(Verb, string)>> script) => (Name, Script) = (name, script);

    private static List<IReadOnlyList<(Verb, string)>> Parse(string script) =>
        [
            .. script
                .Split(';', StringSplitOptions.TrimEntries)
                .Select(place => place.Split(' ').Select(ParseVerb).ToList()),
        ];

    private static (Verb, string) ParseVerb(string word)
    {
        var parts = word.Split(':');
        return (Enum.Parse<Verb>(parts[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), parts[^1]);
    }
}
