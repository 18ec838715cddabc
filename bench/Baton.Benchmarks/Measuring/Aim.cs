using System.Globalization;

namespace Baton.Benchmarks.Measuring;

/// <summary>An aim: a figure, or a ratio of two that were measured in the same run, with its bound.</summary>
/// <param name="Text">The aim in words.</param>
/// <param name="Is">What it came to; none where the peer is absent.</param>
/// <param name="Unit">What stands behind the figure.</param>
/// <param name="Met">Whether it was met; none where that can't be told.</param>
internal sealed record Aim(string Text, double? Is, string Unit, bool? Met)
{
    /// <summary>An amount that must not be larger.</summary>
    public static Aim AtMost(double bound, string unit, double? amount) =>
        Known(amount) is { } known
            ? new($"at most {Plain(bound)} {unit}", known, unit, known <= bound)
            : new($"at most {Plain(bound)} {unit}", null, unit, null);

    /// <summary>An amount that must not be smaller.</summary>
    public static Aim AtLeast(double bound, string unit, double? amount) =>
        Known(amount) is { } known
            ? new($"at least {Plain(bound)} {unit}", known, unit, known >= bound)
            : new($"at least {Plain(bound)} {unit}", null, unit, null);

    /// <summary>A figure that was measured: a ratio to nothing, or a middle of no cases, is none.</summary>
    public static double? Known(double? amount) => amount is { } some && double.IsFinite(some) ? some : null;

    /// <summary>What it came to, in words.</summary>
    public string Outcome =>
        Is is not { } amount ? "not known"
        : Met == true ? $"met: {Plain(amount)}"
        : $"missed: {Plain(amount)}";

    /// <summary>A figure with three digits that count.</summary>
    public static string Plain(double amount)
    {
        var digits = Math.Abs(amount) switch
        {
            >= 100 => 0,
            >= 10 => 1,
            _ => 2,
        };
        return amount.ToString($"#,0.{new string('#', digits)}", CultureInfo.InvariantCulture);
    }
}
