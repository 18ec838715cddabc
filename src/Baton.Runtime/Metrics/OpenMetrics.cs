using System.Globalization;
using System.Text;

namespace Baton.Runtime.Metrics;

/// <summary>
/// Writes OpenMetrics text, version 1.0: families one after another, each with its metadata first, no empty line, and a
/// last line that tells whole output from cut-off one (https://prometheus.io/docs/specs/om/open_metrics_spec/).
/// </summary>
public static class OpenMetrics
{
    /// <summary>Writes families.</summary>
    public static string Of(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Name} {family.Type}\n");
            if (family.Unit.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"# UNIT {family.Name} {family.Unit}\n");
            text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Name} {Escape(family.Help)}\n");
            foreach (var sample in family.Samples)
            {
                var labels = sample.Labels.Select(label => $"{label.Name}=\"{Escape(label.Value)}\"");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{family.Name}{sample.Suffix}{{{string.Join(',', labels)}}} {Number(sample.Value)}\n"
                );
            }
        }

        return text.Append("# EOF\n").ToString();
    }

    // Backslash, quote and line feed alone are escaped; a name may have anything else, and a lone surrogate is no UTF-8.
    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            _ = rune.Value switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append(@"\n"),
                _ => text.Append(rune.ToString()),
            };
        return text.ToString();
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
