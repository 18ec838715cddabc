using Baton.Workflows.Forecasts;

namespace Baton.Proof.Fuzzing;

/// <summary>Matrices: lists of known values and of expressions, with what is included and what is left out.</summary>
internal sealed class RandomMatrix(Random random, Occasion occasion)
{
    private static readonly string[] Lists =
    [
        "os: [linux, mac]",
        "os: [linux, Mac, linux]",
        "os: [main, 'x']",
        "n: [1, 2]",
        "n: [1, '1', true]",
        "deep: [{a: 1}, {a: 'b', c: [1]}]",
        "os: \"${{ fromJSON('[\\\"a\\\", \\\"b\\\"]') }}\"",
        "extra: [null, '']",
    ];

    private static readonly string[] Includes =
    [
        "{os: linux, extra: 1}",
        "{os: win}",
        "{extra: all}",
        "{n: 1, extra: one}",
        "{os: LINUX, n: 2, extra: two}",
    ];

    // By the vectors that must be there.
    private static readonly (string Vectors, string Text)[] Excludes =
    [
        ("os", "{os: linux}"),
        ("n", "{n: 1}"),
        ("os n", "{os: mac, n: 2}"),
        ("deep", "{deep: {a: 1}}"),
        ("ref", "{ref: main}"),
    ];

    /// <summary>A matrix between braces, or an expression that makes all of it.</summary>
    public string Text()
    {
        if (random.Next(8) == 0)
            return "\"${{ fromJSON('{\\\"os\\\": [\\\"p\\\", \\\"q\\\"]}') }}\"";
        var parts = new List<string> { Lists[random.Next(Lists.Length)] };
        var other = Lists[random.Next(Lists.Length)];
        if (other[..2] != parts[0][..2])
            parts.Add(other);
        if (random.Next(2) == 0)
            parts.Add($"ref: [b, '{Expression()}']");
        var vectors = parts.ConvertAll(part => part[..part.IndexOf(':')]);
        if (random.Next(3) == 0)
            parts.Add($"include: [{Some(Includes)}]");
        var excludes = Excludes.Where(one => one.Vectors.Split(' ').All(vectors.Contains)).ToList();
        if (random.Next(4) == 0 && excludes.Count > 0)
            parts.Insert(0, $"exclude: [{excludes[random.Next(excludes.Count)].Text}]");
        return $"{{{string.Join(", ", parts)}}}";
    }

    private string Some(string[] all) =>
        string.Join(", ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => all[random.Next(all.Length)]));

    private string Expression()
    {
        var text = new RandomGroup(random, occasion, ExpressionPlace.OfMatrix).Expression(1);
        return $"${{{{ {text.Replace("'", "''", StringComparison.Ordinal)} }}}}";
    }
}
