using System.Text;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Syntax;

/// <summary>
/// Takes an expression's text apart, as GitHub does it: where a token may not follow the one before it, that is said
/// here, at the first such place:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Tokens/LexicalAnalyzer.cs
/// </summary>
internal sealed class Lexer(string text)
{
    private const string Boundaries = "([)],.!><=&|";
    private readonly Stack<TokenKind> open = new();
    private Token? last;
    private int at;

    /// <summary>Whether something is opened and not closed.</summary>
    public bool HasOpen => open.Count > 0;

    /// <summary>The next token, or null at the end.</summary>
    /// <exception cref="RefusedException">There is something else.</exception>
    public Token? Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at >= text.Length)
            return null;
        var token = Read();
        at = token.End;
        if (!MayFollow(token))
            throw new RefusedException(Complaint.Unexpected(text, (token.Start, token.Length), ErrorKind.Parsing));
        last = token;
        return token;
    }

    private Token Read()
    {
        switch (text[at])
        {
            case '(':
                return Sign(last?.Kind == TokenKind.Function ? TokenKind.StartArguments : TokenKind.StartGroup);
            case ')':
                var closesCall = open.TryPeek(out var opened) && opened == TokenKind.StartArguments;
                return Sign(closesCall ? TokenKind.EndArguments : TokenKind.EndGroup);
            case '[':
                return Sign(TokenKind.StartIndex);
            case ']':
                return Sign(TokenKind.EndIndex);
            case ',':
                return Sign(TokenKind.Separator);
            case '*':
                return Sign(TokenKind.Wildcard);
            case '\'':
                return Text();
            case '!' or '>' or '<' or '=' or '&' or '|':
                return Operator();
            case '.' when last is { AwaitsOperand: false }:
                return Sign(TokenKind.Dereference);
            case '.' or '-' or '+' or (>= '0' and <= '9'):
                return Number();
            default:
                return Keyword();
        }
    }

    private Token Sign(TokenKind kind) => new(kind, at, 1);

    private Token Operator()
    {
        var two = text.AsSpan(at, Math.Min(2, text.Length - at));
        return two switch
        {
            "!=" => Comparison(ComparisonOperator.NotEqual, 2),
            "==" => Comparison(ComparisonOperator.Equal, 2),
            ">=" => Comparison(ComparisonOperator.GreaterOrEqual, 2),
            "<=" => Comparison(ComparisonOperator.LessOrEqual, 2),
            "&&" => new(TokenKind.And, at, 2),
            "||" => new(TokenKind.Or, at, 2),
            ['!', ..] => Sign(TokenKind.Not),
            ['>', ..] => Comparison(ComparisonOperator.Greater, 1),
            ['<', ..] => Comparison(ComparisonOperator.Less, 1),
            _ => throw Unknown(Run(at + 1)),
        };
    }

    private Token Comparison(ComparisonOperator comparison, int length) =>
        new(TokenKind.Comparison, at, length) { Operator = comparison };

    private Token Number()
    {
        var end = at + 1;
        while (end < text.Length && (text[end] == '.' || !IsBoundary(text[end])))
            end++;
        var amount = Coercion.ParseNumber(text[at..end]);
        return double.IsNaN(amount)
            ? throw Unknown(end)
            : new(TokenKind.Literal, at, end - at) { Value = Value.Of(amount) };
    }

    private Token Text()
    {
        var content = new StringBuilder();
        var end = at + 1;
        while (end < text.Length)
        {
            var c = text[end++];
            if (c == '\'')
            {
                if (end >= text.Length || text[end] != '\'')
                    return new(TokenKind.Literal, at, end - at) { Value = Value.Of(content.ToString()) };
                end++;
            }

            content.Append(c);
        }

        throw Unknown(end);
    }

    private Token Keyword()
    {
        var end = Run(at + 1);
        var word = text[at..end];
        if (!IsName(word))
            throw Unknown(end);
        if (last?.Kind == TokenKind.Dereference)
            return new(TokenKind.PropertyName, at, word.Length) { Value = Value.Of(word) };
        Value? literal = word switch
        {
            "null" => Value.Null.Value,
            "true" => Value.Boolean.True,
            "false" => Value.Boolean.False,
            "NaN" => Value.Of(double.NaN),
            "Infinity" => Value.Of(double.PositiveInfinity),
            _ => null,
        };
        if (literal is not null)
            return new(TokenKind.Literal, at, word.Length) { Value = literal };
        var next = text.AsSpan(end).TrimStart();
        return new(next.StartsWith('(') ? TokenKind.Function : TokenKind.Context, at, word.Length);
    }

    // Where a run of characters ends that no boundary divides.
    private int Run(int end)
    {
        while (end < text.Length && !IsBoundary(text[end]))
            end++;
        return end;
    }

    private static bool IsBoundary(char c) => Boundaries.Contains(c, StringComparison.Ordinal) || char.IsWhiteSpace(c);

    private static bool IsName(string word) =>
        (char.IsAsciiLetter(word[0]) || word[0] == '_')
        && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private RefusedException Unknown(int end) => new(Complaint.Unexpected(text, (at, end - at), ErrorKind.Lexing));

    private bool MayFollow(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.StartIndex or TokenKind.Dereference:
                return Track(token, last is { EndsOperand: true, Kind: not TokenKind.Literal });
            case TokenKind.StartArguments:
                return Track(token, mayStand: true);
            case TokenKind.EndArguments:
                return Close(
                    TokenKind.StartArguments,
                    last is { Kind: TokenKind.StartArguments } or { EndsOperand: true }
                );
            case TokenKind.EndIndex:
                return Close(TokenKind.StartIndex, last is { EndsOperand: true });
            case TokenKind.EndGroup:
                return Close(TokenKind.StartGroup, last is { EndsOperand: true });
            case TokenKind.Separator:
                return last is { EndsOperand: true }
                    && open.TryPeek(out var opened)
                    && opened == TokenKind.StartArguments;
            case TokenKind.Wildcard:
                return last is { Kind: TokenKind.StartIndex or TokenKind.Dereference };
            case TokenKind.PropertyName:
                return true;
            case TokenKind.Comparison or TokenKind.And or TokenKind.Or:
                return last is { EndsOperand: true };
            default:
                return Track(token, last is null or { AwaitsOperand: true });
        }
    }

    private bool Track(Token token, bool mayStand)
    {
        if (mayStand && token.IsOpening)
            open.Push(token.Kind);
        return mayStand;
    }

    private bool Close(TokenKind opening, bool mayStand) =>
        mayStand && open.TryPeek(out var opened) && opened == opening && open.TryPop(out _);
}
