using System.Globalization;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Proof.Checks;

namespace Baton.Proof.Conforming;

/// <summary>What a round is about, drawn from its seed: a group, or a key that only one may have.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Contenders">How many ask at once.</param>
internal sealed record Contest(int Seed, int Contenders)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);
    private readonly Random _chance = new(Seed);

    /// <summary>Whether they ask for one key; else for one group.</summary>
    public bool IsKey => Seed % 3 == 2;

    /// <summary>How many may hold the group at once.</summary>
    public int Capacity => IsKey ? 1 : 1 + (Seed % 2);

    /// <summary>What happens to each.</summary>
    public IReadOnlyList<Fate> Fates()
    {
        var fates = Enum.GetValues<Fate>();
        return
        [
            .. Enumerable
                .Range(0, Contenders)
                .Select(_ => _chance.Next(3) == 0 ? fates[_chance.Next(fates.Length)] : Fate.Sound),
        ];
    }

    /// <summary>What one of them asks.</summary>
    public Ask AskOf(int contender)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Seed:D8}{contender:D4}");
        return new()
        {
            Run = new RunId("RUN" + name),
            Request = new RequestId("REQUEST" + name),
            Owner = Owner.Unknown,
            Needs = [Need],
            Priority = IsKey ? 20 : contender % 5 * 20,
        };
    }

    private Need Need =>
        IsKey
            ? Need.Key(string.Create(CultureInfo.InvariantCulture, $"key-{Seed}"), Window)
            : Need.Group(
                string.Create(CultureInfo.InvariantCulture, $"group-{Seed}"),
                1,
                ResourceSettings.Default with
                {
                    Capacity = Capacity,
                }
            );

    /// <summary>The end of those whose command ends by itself.</summary>
    public static Conclusion EndOf(Fate fate) => fate == Fate.Fails ? Conclusion.Failure : Conclusion.Success;

    /// <summary>Breaks the round.</summary>
    public BrokenPromiseException Broken(string what) => new($"seed {Seed}, {Contenders} contenders: {what}");
}
