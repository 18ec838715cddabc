using System.Globalization;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;

namespace Baton.Proof.Fuzzing;

/// <summary>
/// What `./build fuzz --hostile` prints: a table of each kind of hostile file with its message, the shortest of some
/// processor times, and all the memory that reading took, freed or not, which is never less than what it held at once.
/// </summary>
internal static class HostileReport
{
    private const int Times = 7;

    public static int Write(TextWriter output)
    {
        output.WriteLine("| file | ms | MB | message |\n|---|---:|---:|---|");
        foreach (var file in HostileFiles.All)
        {
            var spans = Enumerable.Range(0, Times).Select(_ => Spent(file)).ToList();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = WorkflowReader.Read(file.Bytes, "f.yml");
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            var message = reading.Findings.Count == 0 ? "none" : OneLine.Of(reading.Findings[0].Message, 70);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {file.Kind} | {spans.Min():F1} | {bytes / 1e6:F1} | {message} |"
                )
            );
        }

        return 0;
    }

    // Processor time, which doesn't depend on what else the machine does.
    private static double Spent(HostileFile file)
    {
        var before = Environment.CpuUsage.TotalTime;
        WorkflowReader.Read(file.Bytes, "f.yml");
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
