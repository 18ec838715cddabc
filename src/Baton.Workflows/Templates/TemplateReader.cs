using System.Globalization;
using System.Text;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Templates;

/// <summary>Reads a template's text from left to right, once.</summary>
internal sealed class TemplateReader(string text)
{
    private readonly List<TemplatePart> parts = [];
    private readonly StringBuilder literal = new();
    private TemplateError? error;
    private int at;

    public TemplateReading Read()
    {
        if (text.Length == 0)
            Fail(0, "the template is empty");
        if (text.Length > Template.LongestText)
            Fail(
                0,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the template has {text.Length} characters; at most {Template.LongestText} are allowed"
                )
            );
        if (OneLine.FirstUnsafe(text) is var unsafeAt and >= 0)
            Fail(
                unsafeAt,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a name can't have the character U+{(int)text[unsafeAt]:X4}"
                )
            );
        while (at < text.Length && error is null)
            Next();
        EndLiteral();
        return error is null ? new TemplateReading.Read(new Template(parts)) : new TemplateReading.Malformed(error);
    }

    private void Next()
    {
        var c = text[at];
        var doubled = at + 1 < text.Length && text[at + 1] == c;
        if (c is '{' or '}' && doubled)
        {
            literal.Append(c);
            at += 2;
        }
        else if (c == '{')
            Braces();
        else if (c == '}')
            Fail(at, "a closing brace without an opening one", "write }} for a brace in the name");
        else
        {
            literal.Append(c);
            at++;
        }
    }

    private void Braces()
    {
        var start = at + 1;
        var end = text.IndexOf('}', start);
        if (end < 0)
        {
            Fail(at, "an opening brace without a closing one", "write {{ for a brace in the name");
            return;
        }

        EndLiteral();
        var inner = text[start..end];
        if (inner.TrimStart().StartsWith("hash(", StringComparison.Ordinal))
            Hash(inner, start);
        else if (Choice(inner, start) is { } choice)
            parts.Add(new TemplatePart.Value(choice));
        at = end + 1;
    }

    private void Hash(string inner, int start)
    {
        var open = inner.IndexOf('(', StringComparison.Ordinal) + 1;
        if (!inner.TrimEnd().EndsWith(')'))
        {
            Fail(start + inner.Length, "hash( without its closing parenthesis");
            return;
        }

        var choices = new List<FieldChoice>();
        var from = start + open;
        foreach (var argument in inner[open..inner.LastIndexOf(')')].Split(','))
        {
            if (Choice(argument, from) is { } choice)
                choices.Add(choice);
            from += argument.Length + 1;
        }

        parts.Add(new TemplatePart.Hash(choices));
    }

    private FieldChoice? Choice(string written, int start)
    {
        var paths = new List<string>();
        var from = start;
        foreach (var alternative in written.Split('|'))
        {
            var path = alternative.Trim();
            var column = from + (alternative.Length - alternative.TrimStart().Length);
            if (path.Length == 0)
                Fail(column, "the name of a field was expected", "for example issue.number");
            else if (!FieldPath.IsPath(path))
                Fail(
                    column,
                    $"{OneLine.Quoted(path)} is not a field",
                    "names with dots between them, for example issue.number or issue.labels.0.name"
                );
            paths.Add(path);
            from += alternative.Length + 1;
        }

        return error is null ? new FieldChoice(paths, start + 1) : null;
    }

    private void EndLiteral()
    {
        if (literal.Length > 0)
            parts.Add(new TemplatePart.Literal(literal.ToString()));
        literal.Clear();
    }

    private void Fail(int index, string message, string? hint = null) =>
        error ??= new TemplateError(index + 1, message, hint);
}
