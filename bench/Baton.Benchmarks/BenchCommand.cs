using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Output;

namespace Baton.Benchmarks;

/// <summary>What `./build bench` does: measures rows, prints the table, writes the JSON file and, asked for, a page.</summary>
internal static class BenchCommand
{
    public static int Run(IReadOnlyList<string> words, TextWriter output, TextWriter progress)
    {
        if (Wishes.Read(words) is not { } wishes)
        {
            progress.WriteLine(Wishes.Usage);
            return 64;
        }
        var program = Environment.GetEnvironmentVariable("BATON_PROGRAM");
        if (program is null || !File.Exists(program))
        {
            progress.WriteLine("baton: BATON_PROGRAM names no program; ./build bench builds and names it");
            return 69;
        }
        var results = Path.GetFullPath(wishes.Results);
        var page = wishes.Page is { } path ? Path.GetFullPath(path) : null;
        var lines = Measure(wishes, program, progress);
        var table = Table.Of(lines);
        output.Write(table);
        progress.WriteLine($"baton: the same as JSON: {JsonReport.Write(lines, results, TimeProvider.System)}");
        if (page is not null)
            Table.WriteInto(page, table, TimeProvider.System);
        return 0;
    }

    private static List<Line> Measure(Wishes wishes, string program, TextWriter progress)
    {
        using var bench = new Bench(program, wishes.Size);
        var lines = new List<Line>();
        foreach (var row in wishes.Rows)
        {
            progress.WriteLine($"baton: {row.What}");
            lines.AddRange(row.Measure(bench));
        }
        return lines;
    }
}
