namespace Baton.Proof.Fuzzing;

/// <summary>Something that reads what strangers write, and must always come to an end and an answer.</summary>
internal interface IFuzzTarget
{
    /// <summary>Its name in the table.</summary>
    string Name { get; }

    /// <summary>What it is given for a seed.</summary>
    string Input(int seed);

    /// <summary>Gives it that; true where it came to more than an error.</summary>
    /// <exception cref="Exception">Any: it didn't come to an answer, or to a wrong one.</exception>
    bool Try(int seed);
}
