namespace Baton.Runtime.Configuration;

/// <summary>A key of a section, and what its value does to the section's settings.</summary>
/// <param name="Name">The key.</param>
/// <param name="Set">Gives the settings with the value in them.</param>
/// <param name="Below">What may stand below the key, in the form of <see cref="ConfigurationKeys.All"/>.</param>
internal sealed record ConfigurationKey<T>(
    string Name,
    Func<T, ConfigurationValue, T> Set,
    params IReadOnlyList<string> Below
);

/// <summary>
/// A mapping whose keys are known: the one table that the reader, the schema's test and the documentation's test share.
/// </summary>
internal sealed class ConfigurationSection<T>(params IReadOnlyList<ConfigurationKey<T>> keys)
{
    private readonly IReadOnlyList<string> names = [.. keys.Select(key => key.Name)];

    public IReadOnlyList<string> Paths(string prefix) =>
        [
            .. keys.SelectMany(key =>
                new[] { prefix + key.Name }.Concat(key.Below.Select(below => prefix + key.Name + below))
            ),
        ];

    public T Read(ConfigurationValue value, T empty)
    {
        var settings = empty;
        foreach (var (name, below) in value.Entries())
        {
            if (keys.FirstOrDefault(key => string.Equals(key.Name, name.Text, StringComparison.Ordinal)) is { } key)
                settings = key.Set(settings, below);
            else
                value.Unknown(name, names);
        }

        return settings;
    }
}
