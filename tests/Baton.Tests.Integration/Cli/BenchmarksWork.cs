namespace Baton.Tests.Integration.Cli;

/// <summary>`./build bench --quick` comes to a table with every row; how large a figure is says nothing here.</summary>
public sealed class BenchmarksWork : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Every_row_is_measured_and_told()
    {
        var program = Environment.GetEnvironmentVariable("BATON_PROGRAM");
        Assert.SkipWhen(string.IsNullOrEmpty(program), "BATON_PROGRAM is not set: run ./build test");
        _machine.Variables["BATON_PROGRAM"] = program!;
        var benchmarks = Path.Combine(AppContext.BaseDirectory, "Baton.Benchmarks.dll");
        var results = _machine.At("results");

        var ended = await _machine
            .Shell($"exec dotnet '{benchmarks}' --quick --results '{results}' --write '{Page()}'")
            .End();

        ended.Code.ShouldBe(0, ended.Errors);
        foreach (var row in Rows)
            ended.Output.ShouldContain(row);
        ended.Output.ShouldContain("not tried");
        File.ReadAllText(Page()).ShouldContain("| whole process");
        Directory.EnumerateFiles(results, "*.json").Count().ShouldBe(1);
    }

    private static readonly string[] Rows =
    [
        "| whole process",
        "| peak memory",
        "| hand-off, 2 wait, median",
        "| kill -9 of holder and command",
        "| fdatasyncs a second",
        "| decisions a second, 32 callers",
        "| git: hand-off, 2 wait, median",
        "| engine, 100,000 waiting",
        "| evaluating the name of a group",
        "| engine, 1,000,000 groups",
        "| memory of a waiting run",
    ];

    private string Page()
    {
        var path = _machine.At("page.md");
        if (!File.Exists(path))
            File.WriteAllText(
                path,
                "# a page\n<!-- ./build bench --write: begin -->\n<!-- ./build bench --write: end -->\n"
            );
        return path;
    }
}
