using System.Globalization;
using System.Text;

namespace Baton.Workflows.Expressions.Values;

/// <summary>
/// Reads JSON text as generously as <c>fromJSON</c> on GitHub, which leaves it to Newtonsoft.Json: texts in single
/// quotes, names without quotes, comments, a comma too many, hexadecimal and octal numbers, NaN and Infinity; and what
/// follows the first value is not looked at. So <c>"['a', 'b',]"</c> is a list there, and here:
/// https://github.com/JamesNK/Newtonsoft.Json/blob/master/Src/Newtonsoft.Json/JsonTextReader.cs
/// </summary>
public static class JsonValueReader
{
    /// <summary>Reads the first value of a text. Never throws on what the text holds.</summary>
    public static JsonReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(text);
        try
        {
            var value = reader.First();
            return new JsonReading.Read(value, reader.At);
        }
        catch (MalformedException malformed)
        {
            return new JsonReading.Malformed(Math.Min(reader.At, text.Length), malformed.Message);
        }
    }

    private sealed class MalformedException(string message) : Exception(message);

    private sealed class Reader(string text)
    {
        private int depth;

        public int At { get; private set; }

        private char Here => At < text.Length ? text[At] : '\0';

        private bool IsOver => At >= text.Length;

        public Value First()
        {
            SkipSpaces();
            if (IsOver)
                throw new MalformedException("a value was expected, and the text is over");
            return Here == '/' ? new Value.Text(Comment()) : Value();
        }

        private Value Value()
        {
            switch (Here)
            {
                case '{':
                    return Object();
                case '[':
                    return Array();
                case '"' or '\'':
                    return new Value.Text(Text());
                case '-' or '.' or (>= '0' and <= '9'):
                    return Number();
                default:
                    return Word();
            }
        }

        private Value.Object Object()
        {
            Deeper();
            var pairs = new List<KeyValuePair<string, Value>>();
            while (true)
            {
                SkipFiller();
                if (Here == '}')
                    break;
                var name = Name();
                SkipFiller();
                Expect(':', "a colon was expected after a property's name");
                SkipFiller();
                pairs.Add(new(name, Value()));
                SkipFiller();
                if (Here == '}')
                    break;
                Expect(',', "a comma or a closing brace was expected");
            }

            Leave();
            return new Value.Object(new Properties(pairs));
        }

        private Value.Array Array()
        {
            Deeper();
            var items = new List<Value>();
            while (true)
            {
                SkipFiller();
                if (Here == ']')
                    break;
                // Two commas with nothing between them make an item that is undefined, which becomes an empty text.
                items.Add(Here == ',' ? new Value.Text("") : Value());
                SkipFiller();
                if (Here == ']')
                    break;
                Expect(',', "a comma or a closing bracket was expected");
            }

            Leave();
            return new Value.Array(items);
        }

        private string Name()
        {
            if (Here is '"' or '\'')
                return Text();
            var start = At;
            while (!IsOver && (char.IsLetterOrDigit(Here) || Here is '_' or '$'))
                At++;
            return At > start ? text[start..At] : throw new MalformedException("the name of a property was expected");
        }

        private string Text()
        {
            var quote = Here;
            var content = new StringBuilder();
            for (At++; !IsOver; At++)
            {
                if (Here == quote)
                {
                    At++;
                    return content.ToString();
                }

                content.Append(Here == '\\' ? Escaped() : Here);
            }

            throw new MalformedException("a text is not closed");
        }

        // Leaves the last character of the escape to the loop.
        private char Escaped()
        {
            At++;
            switch (Here)
            {
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case '"' or '\'' or '\\' or '/':
                    return Here;
                case 'u'
                    when At + 4 < text.Length
                        && ushort.TryParse(
                            text.AsSpan(At + 1, 4),
                            NumberStyles.AllowHexSpecifier,
                            CultureInfo.InvariantCulture,
                            out var code
                        ):
                    At += 4;
                    return (char)code;
                default:
                    throw new MalformedException("this is no escape of JSON");
            }
        }

        private Value Number()
        {
            var start = At;
            if (text.AsSpan(At).StartsWith("-Infinity", StringComparison.Ordinal))
            {
                At += "-Infinity".Length;
                return Separated(new Value.Number(double.NegativeInfinity));
            }

            while (!IsOver && (char.IsAsciiHexDigit(Here) || Here is '-' or '+' or '.' or 'x' or 'X'))
                At++;
            var written = text[start..At];
            if (Amount(written) is { } amount)
                return Separated(new Value.Number(amount));
            At = start;
            throw new MalformedException("this is no number");
        }

        private static double? Amount(string written)
        {
            var radix =
                written.Length < 2 || written[0] != '0' || written[1] is '.' or 'e' or 'E' ? 10
                : written[1] is 'x' or 'X' ? 16
                : 8;
            if (radix == 10)
                return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
                    ? amount
                    : null;
            try
            {
                return Convert.ToInt64(written, radix);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
            {
                return null;
            }
        }

        private Value Word()
        {
            Value? value = null;
            var start = At;
            while (!IsOver && char.IsAsciiLetter(Here))
                At++;
            switch (text[start..At])
            {
                case "true":
                    value = Values.Value.Boolean.True;
                    break;
                case "false":
                    value = Values.Value.Boolean.False;
                    break;
                case "null":
                    value = Values.Value.Null.Value;
                    break;
                case "NaN":
                    value = new Value.Number(double.NaN);
                    break;
                case "Infinity":
                    value = new Value.Number(double.PositiveInfinity);
                    break;
                case "undefined":
                    value = new Value.Text("");
                    break;
            }

            if (value is not null)
                return Separated(value);
            At = start;
            throw new MalformedException(
                IsOver ? "a value was expected, and the text is over" : "a value was expected"
            );
        }

        // A number or a word must not run into what follows it.
        private Value Separated(Value value) =>
            IsOver || char.IsWhiteSpace(Here) || Here is ',' or '}' or ']' or ')' or '/'
                ? value
                : throw new MalformedException("a comma, a closing bracket or the end was expected");

        private void Deeper()
        {
            if (++depth > ExpressionLimits.JsonDepth)
                throw new MalformedException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"it is nested deeper than {ExpressionLimits.JsonDepth}"
                    )
                );
            At++;
        }

        private void Leave()
        {
            depth--;
            At++;
        }

        private void Expect(char expected, string otherwise)
        {
            if (IsOver || Here != expected)
                throw new MalformedException(IsOver ? $"{otherwise}, and the text is over" : otherwise);
            At++;
        }

        private void SkipSpaces()
        {
            while (!IsOver && char.IsWhiteSpace(Here))
                At++;
        }

        private void SkipFiller()
        {
            SkipSpaces();
            while (Here == '/')
            {
                Comment();
                SkipSpaces();
            }
        }

        private string Comment()
        {
            var kind = At + 1 < text.Length ? text[At + 1] : '\0';
            if (kind is not ('*' or '/'))
                throw new MalformedException("a value or a comment was expected");
            var start = At + 2;
            var end = kind == '*' ? text.IndexOf("*/", start, StringComparison.Ordinal) : LineEnd(start);
            if (end < 0)
                throw new MalformedException("a comment is not closed");
            At = kind == '*' ? end + 2 : end;
            return text[start..end];
        }

        private int LineEnd(int start) =>
            text.AsSpan(start).IndexOfAny('\r', '\n') is var length and >= 0 ? start + length : text.Length;
    }
}
