namespace Baton.Runtime.Health;

/// <summary>One thing that the doctor looks at. A check only judges what was examined: it touches nothing itself.</summary>
/// <param name="name">Its name, stable: one lower-case word or two with a dash.</param>
public abstract class Check(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Judges; finds nothing at all where what it looks at could not be examined, which another check tells.</summary>
    public abstract IEnumerable<Diagnosis> Judge(Examination seen);

    /// <summary>All is well.</summary>
    protected Diagnosis Well(string sentence) => new(Name, Condition.Ok, sentence, null);

    /// <summary>It works, and somebody should know.</summary>
    protected Diagnosis Warn(string sentence, string mend) => new(Name, Condition.Warning, sentence, mend);

    /// <summary>It doesn't work, or doesn't protect.</summary>
    protected Diagnosis Fail(string sentence, string mend) => new(Name, Condition.Problem, sentence, mend);
}
