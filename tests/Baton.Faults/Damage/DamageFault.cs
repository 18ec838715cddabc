using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Damage;

/// <summary>A store is damaged in one place after the other, each time from a sound copy.</summary>
/// <param name="name">What is done to it.</param>
/// <param name="later">How many runs are in the log alone.</param>
/// <param name="damage">All that is done to a store, one after another.</param>
internal sealed class DamageFault(string name, int later, Func<Original, IEnumerable<Damage>> damage) : Fault
{
    private const int InEach = 6;

    /// <summary>The rows.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new DamageFault("database cut off at each page", 0, CutPages),
        new DamageFault("one byte flipped, six times in each page of the database", 0, FlippedPages),
        new DamageFault("log cut off at each frame", 4, CutFrames),
        new DamageFault("one byte flipped, six times in each frame of the log", 4, FlippedFrames),
    ];

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        using var stage = new Stage();
        var original = await Original.MakeAsync(stage, later);
        var wreck = new Wreck(stage, original.Head, ledger);
        await wreck.LearnAsync(original.Database, original.Log);
        var all = damage(original).ToList();
        foreach (var place in ledger.Places(all.Count))
            ledger.Sees(await wreck.TryAsync(all[place].Database, all[place].Log, all[place].What));
    }

    private static IEnumerable<Damage> CutPages(Original sound) =>
        Enumerable
            .Range(0, sound.Pages)
            .Select(page => new Damage(
                sound.Database[..(page * Original.Page)],
                sound.Log,
                Words("cut at page", page)
            ));

    private static IEnumerable<Damage> CutFrames(Original sound) =>
        Enumerable
            .Range(0, sound.Frames)
            .Select(frame => new Damage(sound.Database, sound.Log[..StartOf(frame)], Words("cut at frame", frame)));

    private static IEnumerable<Damage> FlippedPages(Original sound) =>
        from page in Enumerable.Range(0, sound.Pages)
        from flipped in Flipped(sound.Database, page * Original.Page, Original.Page)
        select new Damage(flipped.Content, sound.Log, Words("flipped byte", flipped.At));

    private static IEnumerable<Damage> FlippedFrames(Original sound) =>
        from frame in Enumerable.Range(0, sound.Frames)
        from flipped in Flipped(sound.Log, StartOf(frame), Original.Page + Original.FrameHead)
        select new Damage(sound.Database, flipped.Content, Words("flipped byte of the log", flipped.At));

    private static int StartOf(int frame) => Original.LogHead + (frame * (Original.Page + Original.FrameHead));

    /// <summary>The beginning, where the layout is; the end; and places between that hold something.</summary>
    private static IEnumerable<(byte[] Content, int At)> Flipped(byte[] sound, int start, int length)
    {
        var chance = new Random(start);
        var used = Enumerable.Range(start, length).Where(at => sound[at] != 0).DefaultIfEmpty(start).ToArray();
        int[] places =
        [
            start,
            start + 4,
            start + length - 1,
            .. Enumerable.Range(3, InEach - 3).Select(_ => chance.GetItems(used, 1)[0]),
        ];
        foreach (var at in places)
        {
            var content = (byte[])sound.Clone();
            content[at] ^= (byte)(1 << chance.Next(8));
            yield return (content, at);
        }
    }

    private static string Words(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}

/// <summary>What is left of a store.</summary>
internal sealed record Damage(byte[] Database, byte[] Log, string What);
