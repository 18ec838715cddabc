using System.Globalization;
using System.Text.Json;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Output;

/// <summary>The lines as a JSON file.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Style = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    /// <summary>Writes the file; gives its path.</summary>
    public static string Write(IReadOnlyList<Line> lines, string folder, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var path = Path.Combine(folder, now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".json");
        using var file = File.Create(path);
        JsonSerializer.Serialize(
            file,
            new
            {
                Version = 1,
                At = now,
                On = Surroundings.Text,
                Lines = lines,
            },
            Style
        );
        return path;
    }
}
