namespace Baton.Workflows.Templates;

/// <summary>What became of filling a template in.</summary>
public abstract record TemplateFilling
{
    private TemplateFilling() { } // closed: every case is here

    /// <summary>Every field had a value.</summary>
    /// <param name="Text">
    /// The name: 1 to <see cref="Template.LongestName"/> characters, none of them a control character.
    /// </param>
    public sealed record Filled(string Text) : TemplateFilling;

    /// <summary>Some field had none, or the name that came out can't be one.</summary>
    public sealed record Refused(IReadOnlyList<TemplateError> Errors) : TemplateFilling;
}
