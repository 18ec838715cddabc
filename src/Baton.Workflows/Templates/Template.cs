using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Baton.Workflows.Findings;
using Baton.Workflows.Hashing;

namespace Baton.Workflows.Templates;

/// <summary>
/// The name of a group or key with fields of the event in it, such as <c>issue-{issue.number|inputs.issue}</c>. A field
/// without a value is an error and never an empty piece of the name: <c>issue-</c> would make one resource out of all
/// issues, and with it a duplicate out of every run. What the fields hold was written by strangers, so a name has no
/// control characters and a bounded length.
/// </summary>
/// <remarks>
/// The text is <c>{a.b}</c>, <c>{a.b|c.d}</c>, <c>{hash(a.b,c.d|e)}</c> and, for the braces themselves, <c>{{</c> and
/// <c>}}</c>. A part of the text that means something else to its reader (the <c>=UNITS</c> of a group) is to be split
/// off before the template is filled in: a value could hold it too.
/// </remarks>
public sealed class Template
{
    /// <summary>The most characters of a template's text.</summary>
    public const int LongestText = 1000;

    /// <summary>The most characters of the name that comes out.</summary>
    public const int LongestName = 200;

    private readonly IReadOnlyList<TemplatePart> parts;

    internal Template(IReadOnlyList<TemplatePart> parts) => this.parts = parts;

    /// <summary>Whether the template is the same name for every event.</summary>
    public bool IsFixed => parts.All(part => part is TemplatePart.Literal);

    /// <summary>Reads a template's text.</summary>
    public static TemplateReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TemplateReader(text).Read();
    }

    /// <summary>Fills the template in. All fields without a value are told, not only the first.</summary>
    public TemplateFilling Fill(IFieldSource fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var errors = new List<TemplateError>();
        var name = new StringBuilder();
        foreach (var part in parts)
            name.Append(Text(part, fields, errors));
        if (errors.Count == 0 && name.Length > LongestName)
            errors.Add(
                new TemplateError(
                    1,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the name has {name.Length} characters; at most {LongestName} are allowed"
                    ),
                    "use hash(…) for long fields"
                )
            );
        return errors.Count > 0 ? new TemplateFilling.Refused(errors) : new TemplateFilling.Filled(name.ToString());
    }

    private static string Text(TemplatePart part, IFieldSource fields, List<TemplateError> errors) =>
        part switch
        {
            TemplatePart.Literal literal => literal.Text,
            TemplatePart.Value value => NamePiece(value.Choice, fields, errors),
            TemplatePart.Hash hash => HashText(hash, fields, errors),
            _ => throw new System.Diagnostics.UnreachableException(part.GetType().Name),
        };

    private static string NamePiece(FieldChoice choice, IFieldSource fields, List<TemplateError> errors)
    {
        if (Choose(choice, fields, errors) is not { } text)
            return "";
        if (OneLine.FirstUnsafe(text) is var unsafeAt and >= 0)
        {
            errors.Add(
                new TemplateError(
                    choice.Column,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the field {choice} holds the character U+{(int)text[unsafeAt]:X4}, which a name can't have"
                    ),
                    "use hash(…) for free text"
                )
            );
            return "";
        }

        return text;
    }

    // Each text goes in with its length before it, so that ("ab", "c") and ("a", "bc") differ.
    private static string HashText(TemplatePart.Hash hash, IFieldSource fields, List<TemplateError> errors)
    {
        var sum = new Sha256();
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var choice in hash.Choices)
        {
            var bytes = Encoding.UTF8.GetBytes(Choose(choice, fields, errors) ?? "");
            BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
            sum.Append(length);
            sum.Append(bytes);
        }

        return Convert.ToHexStringLower(sum.Finish());
    }

    private static string? Choose(FieldChoice choice, IFieldSource fields, List<TemplateError> errors)
    {
        var reasons = new List<string>();
        string? near = null;
        foreach (var path in choice.Paths)
        {
            switch (fields.Find(path))
            {
                case Field.Text text:
                    return text.Value;
                case Field.Unfit unfit:
                    errors.Add(
                        new TemplateError(
                            choice.Column,
                            $"the field {path} is {unfit.Kind}; text, a number or true/false was expected"
                        )
                    );
                    return null;
                case Field.Missing missing:
                    near ??= missing.Near;
                    reasons.Add($"{path} is not there");
                    break;
                default:
                    reasons.Add($"{path} is empty");
                    break;
            }
        }

        errors.Add(
            new TemplateError(
                choice.Column,
                Describe(choice, reasons),
                near is null ? null : $"did you mean {OneLine.Of(near)}?"
            )
        );
        return null;
    }

    private static string Describe(FieldChoice choice, List<string> reasons) =>
        choice.Paths.Count == 1
            ? $"the field {reasons[0]}"
            : $"none of the alternatives {choice} has a value: {string.Join(", ", reasons)}";
}
