namespace Baton.Runtime.Ci;

/// <summary>For services that read nothing from a job but its log, and for no service at all.</summary>
public sealed class NoOutput : ICiOutput
{
    /// <inheritdoc/>
    public void Set(string name, string value) => OutputName.Check(name);

    /// <inheritdoc/>
    public void Summarize(string markdown) { }

    /// <inheritdoc/>
    public void Annotate(Annotation annotation) { }
}
