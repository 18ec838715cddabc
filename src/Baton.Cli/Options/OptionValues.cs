namespace Baton.Cli.Options;

/// <summary>The values that flags and environment variables gave; a flag wins over its variable.</summary>
public sealed class OptionValues(IReadOnlyDictionary<Option, Given> given)
{
    /// <summary>The value of an option, or the default of its type where nothing gives one.</summary>
    public T? Get<T>(Option<T> option) => given.TryGetValue(option, out var found) ? (T)found.Value : default;

    /// <summary>All values of an option that repeats.</summary>
    public IReadOnlyList<T> All<T>(Option<T> option) =>
        given.TryGetValue(option, out var found) ? [.. ((IEnumerable<object>)found.Value).Cast<T>()] : [];

    /// <summary>Where an option was given, or nothing.</summary>
    public Given? Origin(Option option) => given.GetValueOrDefault(option);
}
