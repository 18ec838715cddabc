using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Baton.Tests.Integration.Support;

/// <summary>Writes a value out, whole: types, every property, every element. Two values that look alike are alike.</summary>
internal static class Rendering
{
    public static string Of(object? value) =>
        value switch
        {
            null => "none",
            string text => "\"" + text + "\"",
            IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Of)) + "]",
            IFormattable plain when value.GetType().Namespace == "System" || value is Enum => plain.ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            bool flag => flag ? "true" : "false",
            _ => Properties(value),
        };

    private static string Properties(object value)
    {
        var properties = value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => property.Name + "=" + Of(property.GetValue(value)));
        return value.GetType().Name + "{" + string.Join(" ", properties) + "}";
    }
}
