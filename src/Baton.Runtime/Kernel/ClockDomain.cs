namespace Baton.Runtime.Kernel;

/// <summary>The domain in which readings of the boot clock can be compared: one boot and one time namespace.</summary>
/// <param name="Text">The domain as text; null when it is not known.</param>
public sealed record ClockDomain(string? Text)
{
    /// <summary>A domain that nothing is known about, as where there is no <c>/proc</c>.</summary>
    public static ClockDomain NotKnown { get; } = new((string?)null);

    /// <summary>True when the domain is known.</summary>
    public bool IsKnown => Text is not null;

    /// <summary>The domain of this process.</summary>
    public static ClockDomain Here() =>
        KernelNames.Boot() is { } boot && KernelNames.TimeNamespace() is { } time
            ? new ClockDomain($"{boot}/time:{time}")
            : NotKnown;

    /// <summary>True when readings of both can be compared; false when either is not known.</summary>
    public bool IsSame(ClockDomain other) => Text is not null && Text == other.Text;

    /// <summary>The domain as text, or "not known".</summary>
    public override string ToString() => Text ?? "not known";
}
