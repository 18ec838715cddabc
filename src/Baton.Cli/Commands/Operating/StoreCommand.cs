namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton store</c>: where the state of a scope is kept.</summary>
public static class StoreCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("store", "move a scope to another store")
    {
        Verbs = [StoreMoveCommand.Verb],
        Examples =
        [
            ("baton store move sqlite:/srv/baton.db git:origin", "from one machine's file to the repository's remote"),
        ],
    };
}
