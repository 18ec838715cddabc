namespace Baton.Workflows.Templates;

/// <summary>What became of reading a template.</summary>
public abstract record TemplateReading
{
    private TemplateReading() { } // closed: every case is here

    /// <summary>The text is a template.</summary>
    public sealed record Read(Template Template) : TemplateReading;

    /// <summary>The text is not a template.</summary>
    public sealed record Malformed(TemplateError Error) : TemplateReading;
}
