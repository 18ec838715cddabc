using System.Diagnostics;
using System.Globalization;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;
using Baton.Workflows.Syntax;
using Baton.Workflows.Yaml;

namespace Baton.Benchmarks.Rows;

/// <summary>
/// YAML files of public repositories, read to a tree and as workflows, beside the package <c>yaml</c> of npm on the same
/// core: the files are at <c>BATON_CONFORMANCE_DATA/../corpus</c>, else at <c>shared/corpus</c> beside the checkout.
/// </summary>
internal sealed class WorkflowFiles : IRow
{
    public string Name => "files";

    public string What => "reading the workflow files of public repositories";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var files = Files(bench);
        if (files.Count == 0)
            return [new("workflow files, YAML", "files/s", [new("baton", null, "no files here")])];
        var rounds = bench.Pick(quick: 1, full: 7);
        var peer = NodeYaml.FilesPerSecond(bench, [.. files.Select(file => file.Path)], rounds);
        var yaml = Rate(files, rounds, file => YamlReader.Read(file.Bytes, file.Path, YamlRules.Workflow));
        var whole = Rate(files, rounds, file => WorkflowReader.Read(file.Bytes, file.Path));
        return
        [
            new(
                string.Create(CultureInfo.InvariantCulture, $"{files.Count} workflow files, YAML"),
                "files/s",
                [new("baton", yaml), new("node's yaml", peer, peer is null ? "not installed" : null)],
                new Aim("at least 1.8 × node's yaml", yaml / peer, "×", peer is null ? null : yaml / peer >= 1.8)
            ),
            new("the same as workflows, with all findings", "files/s", [new("baton", whole)]),
        ];
    }

    private static List<(string Path, byte[] Bytes)> Files(Bench bench)
    {
        var folder = Environment.GetEnvironmentVariable("BATON_CONFORMANCE_DATA") is { Length: > 0 } data
            ? Path.Combine(data, "..", "corpus")
            : Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "..", "shared", "corpus");
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Take(bench.Pick(quick: 20, full: int.MaxValue))
                    .Select(path => (Path.GetFullPath(path), File.ReadAllBytes(path))),
            ]
            : [];
    }

    // The best round: the others are slower by what else the machine does.
    private static double Rate(
        List<(string Path, byte[] Bytes)> files,
        int rounds,
        Func<(string Path, byte[] Bytes), object> read
    )
    {
        var best = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var file in files)
                GC.KeepAlive(read(file));
            best = Math.Max(best, files.Count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
