namespace Baton.Proof.Fuzzing;

/// <summary>What must hold of an answer.</summary>
internal static class Require
{
    public static void That(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException(what);
    }
}
