using System.Globalization;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Peers;

/// <summary>The package <c>yaml</c> of npm under node: found where node looks for packages, so NODE_PATH counts.</summary>
internal static class NodeYaml
{
    // Like ours it makes a tree with places, and reads each file anew in every round.
    private const string Script = """
        const fs = require('fs');
        let yaml;
        try { yaml = require('yaml'); } catch { process.exit(3); }
        const [list, out, rounds] = process.argv.slice(2);
        const files = fs.readFileSync(list, 'utf8').split('\n').filter(Boolean).map(path => fs.readFileSync(path, 'utf8'));
        let best = 0;
        for (let round = 0; round < Number(rounds); round++) {
          const start = process.hrtime.bigint();
          for (const text of files) yaml.parseDocument(text, { logLevel: 'silent' });
          best = Math.max(best, files.length / (Number(process.hrtime.bigint() - start) / 1e9));
        }
        fs.writeFileSync(out, String(best));
        """;

    /// <summary>The best of some rounds, or null where node or the package isn't there.</summary>
    public static double? FilesPerSecond(Bench bench, IReadOnlyList<string> files, int rounds)
    {
        if (Bench.Find("node") is not { } node)
            return null;
        var (script, list, result) = (
            Path.Combine(bench.Folder, "yaml.cjs"),
            Path.Combine(bench.Folder, "files"),
            Path.Combine(bench.Folder, "rate")
        );
        File.WriteAllText(script, Script);
        File.WriteAllLines(list, files);
        IReadOnlyList<string> words = [node, script, list, result, rounds.ToString(CultureInfo.InvariantCulture)];
        Launch.Time(words, [.. bench.Environment, $"NODE_PATH={Environment.GetEnvironmentVariable("NODE_PATH")}"]);
        return File.Exists(result) ? double.Parse(File.ReadAllText(result), CultureInfo.InvariantCulture) : null;
    }
}
