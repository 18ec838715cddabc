using Baton.Cli.Options;
using Baton.Runtime.Configuration;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands;

/// <summary>
/// Says that nothing binds, and who said so, before anything starts: a variable somewhere far away must not switch off
/// in silence what a repository's file switches on.
/// </summary>
internal static class ObservingNotice
{
    /// <summary>The variable that says the mode for everything that is started below it.</summary>
    public const string Variable = "BATON_MODE";

    /// <summary>Says it on standard error.</summary>
    public static void Tell(Invocation call) =>
        call.Surroundings.Say($"mode: observe ({Source(call)}): nothing is held back");

    /// <summary>What the variable says; nothing where it says nothing that is a mode.</summary>
    public static Mode? OfVariable(Func<string, string?> variable) =>
        variable(Variable) is { } word ? Choices.Mode.Meaning(word) : null;

    private static string Source(Invocation call) =>
        call.Values.Origin(RequestOptions.Mode) switch
        {
            { FromVariable: true } => Variable,
            { } => RequestOptions.Mode.Flag,
            null => OneLine.Of(call.Get(CommonOptions.Config) ?? "baton.yml"),
        };
}
