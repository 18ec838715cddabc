using System.Globalization;

namespace Baton.Benchmarks.Output;

/// <summary>On what it was measured.</summary>
internal static class Surroundings
{
    /// <summary>Processors, memory, kernel and runtime in one line.</summary>
    public static string Text
    {
        get
        {
            var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.ProcessorCount} processors, {memory:F0} GB, {Environment.OSVersion.VersionString}, .NET {Environment.Version}"
            );
        }
    }
}
