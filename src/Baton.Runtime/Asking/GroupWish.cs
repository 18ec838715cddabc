using System.Globalization;
using Baton.Engine.Resources;
using Baton.Runtime.Configuration;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Asking;

/// <summary>A group as a user asks for it: <c>NAME</c>, <c>NAME=UNITS</c> or <c>NAME=exclusive</c>.</summary>
/// <param name="Name">The text of a template.</param>
/// <param name="Units">Units; <see cref="Need.All"/> for all.</param>
public sealed record GroupWish(string Name, int Units = 1)
{
    /// <summary>The word for all units.</summary>
    public const string Exclusive = "exclusive";

    /// <summary>What holds where neither a flag nor a file says something.</summary>
    public GroupSettings Otherwise { get; init; } = new();

    /// <summary>Reads a group. The units are split off before the template is filled in: a value may hold a = too.</summary>
    public static GroupWishReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.LastIndexOf('=');
        var name = equals < 0 ? text : text[..equals];
        if (name.Length == 0)
            return new GroupWishReading.Malformed("NAME, NAME=UNITS or NAME=exclusive was expected");
        return equals < 0 ? new GroupWishReading.Read(new GroupWish(name)) : Counted(name, text[(equals + 1)..]);
    }

    private static GroupWishReading Counted(string name, string units)
    {
        if (units == Exclusive)
            return new GroupWishReading.Read(new GroupWish(name, Need.All));
        return
            int.TryParse(units, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= ConfigurationLimits.MostUnits
            ? new GroupWishReading.Read(new GroupWish(name, count))
            : new GroupWishReading.Malformed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{OneLine.Quoted(units)} after the = is neither units (1 to {ConfigurationLimits.MostUnits}) nor exclusive"
                )
            );
    }
}
