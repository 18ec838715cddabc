namespace Baton.Workflows.Expressions.Partial;

/// <summary>How much may be looked through for one question: hostile files ask for more than anybody waits for.</summary>
/// <param name="most">The most.</param>
internal sealed class Budget(int most)
{
    /// <summary>What is said where it is spent.</summary>
    public const string Spent = "there is too much to look through";

    private int taken;

    /// <summary>Takes some of it, if there is enough left.</summary>
    public bool Takes(int count)
    {
        if (Interlocked.Add(ref taken, count) <= most)
            return true;
        Interlocked.Add(ref taken, -count);
        return false;
    }
}
