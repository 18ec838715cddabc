using System.Diagnostics;
using Baton.Engine.Resources;
using Baton.Workflows.Findings;
using Baton.Workflows.Templates;

namespace Baton.Runtime.Asking;

/// <summary>Makes the names of groups and keys: fills their templates in.</summary>
internal sealed class Naming(EventFields fields)
{
    /// <summary>The name that a template gives.</summary>
    /// <exception cref="AskingException">It is no template, or the event lacks a field of it.</exception>
    public string Of(string option, string text) =>
        Template.Read(text) switch
        {
            TemplateReading.Read { Template: var template } => Filled(option, text, template),
            TemplateReading.Malformed { Error: var error } => throw new AskingException(
                AskingFault.Usage,
                $"{option} {OneLine.Quoted(text)}: {error}"
            ),
            _ => throw new UnreachableException("a template is read or malformed"),
        };

    /// <summary>A name that was made of a template's, if it may be one.</summary>
    /// <exception cref="AskingException">It may not.</exception>
    public static string Checked(string option, string text, string name, AskingFault fault = AskingFault.Input) =>
        ResourceName.Fault(name) is { } wrong
            ? throw new AskingException(fault, $"{option} {OneLine.Quoted(text)}: {wrong}")
            : name;

    private string Filled(string option, string text, Template template)
    {
        var fault = template.IsFixed ? AskingFault.Usage : AskingFault.Input;
        switch (template.Fill(fields))
        {
            case TemplateFilling.Filled { Text: var name }:
                return Checked(option, text, name, fault);
            case TemplateFilling.Refused { Errors: var errors }:
                var lines = errors.Select(error => $"{option} {OneLine.Quoted(text)}: {error}");
                throw new AskingException(fault, [.. fields.Trouble is { } trouble ? [trouble, .. lines] : lines]);
            default:
                throw new UnreachableException("a template is filled in or refused");
        }
    }
}
