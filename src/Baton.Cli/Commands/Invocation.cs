using Baton.Cli.Options;

namespace Baton.Cli.Commands;

/// <summary>One call of a verb.</summary>
/// <param name="Values">What its options were given.</param>
/// <param name="Words">The words beside the options.</param>
/// <param name="Command">The command after <c>--</c>.</param>
/// <param name="Surroundings">What it sees of its process.</param>
public sealed record Invocation(
    OptionValues Values,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Command,
    Surroundings Surroundings
)
{
    /// <summary>The command line behind the verb's name, as it was said.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>The value of an option, or the default of its type.</summary>
    public T? Get<T>(Option<T> option) => Values.Get(option);

    /// <summary>Whether a flag is set.</summary>
    public bool Has(Option<bool> flag) => Values.Get(flag);
}
