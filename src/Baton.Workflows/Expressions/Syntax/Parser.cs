namespace Baton.Workflows.Expressions.Syntax;

/// <summary>
/// Makes a tree of an expression's tokens. It has its own stacks and never calls itself, so that no nesting can exhaust
/// the thread's; the depth is checked when the tree is there, as on GitHub:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/ExpressionParser.cs
/// </summary>
internal sealed class Parser(string text, Vocabulary vocabulary)
{
    private readonly Lexer lexer = new(text);
    private readonly Stack<Operand> operands = new();
    private readonly Stack<Token> operators = new();
    private Token? last;

    /// <summary>The tree, or null where there is nothing but spaces.</summary>
    /// <exception cref="RefusedException">The text is no expression.</exception>
    public Node? Parse()
    {
        while (lexer.Next() is { } token)
        {
            if (token.IsOperator)
                Push(token);
            else
                operands.Push(Operand.Of(Leaf(token)));
            last = token;
        }

        if (last is not { } end)
            return null;
        if (lexer.HasOpen || (end.IsOperator && !end.EndsOperand))
            throw new RefusedException(Complaint.UnexpectedEnd(text, end));
        while (operators.Count > 0)
            Apply(operators.Pop());
        var root = operands.Pop().Node;
        return root.Height > ExpressionLimits.Depth ? throw new RefusedException(TooDeep(root)) : root;
    }

    private Node Leaf(Token token)
    {
        var name = text.Substring(token.Start, token.Length);
        return token.Kind switch
        {
            TokenKind.Wildcard => new Node.Wildcard(token.Start, token.End),
            TokenKind.Function when vocabulary.Function(name) is { } function => new Node.Call(
                function,
                token.Start,
                token.End
            ),
            TokenKind.Function => throw new RefusedException(Complaint.UnknownFunction(text, token, vocabulary)),
            TokenKind.Context when vocabulary.HasContext(name) => new Node.Context(name, token.Start, token.End),
            TokenKind.Context => throw new RefusedException(Complaint.UnknownContext(text, token, vocabulary)),
            _ => new Node.Literal(token.Value!, token.Start, token.End),
        };
    }

    private void Push(Token token)
    {
        if (token.Kind is not (TokenKind.StartGroup or TokenKind.Not))
        {
            while (
                operators.TryPeek(out var top)
                && token.Precedence <= top.Precedence
                && !top.IsOpening
                && top.Kind != TokenKind.Separator
            )
                Apply(operators.Pop());
        }

        switch (token.Kind)
        {
            case TokenKind.EndGroup:
                operands.Push(operands.Pop() with { Start = operators.Pop().Start, End = token.End });
                break;
            case TokenKind.EndIndex:
                operators.Pop();
                Index(token.End);
                break;
            case TokenKind.EndArguments:
                Call(token);
                break;
            default:
                operators.Push(token);
                break;
        }
    }

    private void Apply(Token token)
    {
        if (token.Kind == TokenKind.Dereference)
        {
            Index(operands.Peek().End);
            return;
        }

        var right = operands.Pop();
        if (token.Kind == TokenKind.Not)
        {
            operands.Push(Operand.Of(new Node.Not(right.Node, (token.Start, right.End))));
            return;
        }

        var left = operands.Pop();
        var sides = (left.Node, right.Node);
        var place = (left.Start, right.End);
        operands.Push(
            Operand.Of(
                token.Kind switch
                {
                    TokenKind.Comparison => new Node.Compare(token.Operator, sides, place),
                    TokenKind.And => new Node.Logic(LogicOperator.And, sides, place),
                    _ => new Node.Logic(LogicOperator.Or, sides, place),
                }
            )
        );
    }

    private void Index(int end)
    {
        var key = operands.Pop();
        var target = operands.Pop();
        operands.Push(Operand.Of(new Node.Index(target.Node, key.Node, (target.Start, end))));
    }

    private void Call(Token end)
    {
        var given = new Stack<Node>();
        if (last is not { Kind: TokenKind.StartArguments })
        {
            given.Push(operands.Pop().Node);
            for (; operators.Peek().Kind == TokenKind.Separator; operators.Pop())
                given.Push(operands.Pop().Node);
        }

        operators.Pop();
        var opened = (Node.Call)operands.Pop().Node;
        if (opened.Function.Misfit(given.Count) is { } misfit)
            throw new RefusedException(Complaint.Arguments(text, (opened.Start, opened.End - opened.Start), misfit));
        operands.Push(Operand.Of(new Node.Call(opened, given, end.End)));
    }

    // The first place of the text that is too deep.
    private static ExpressionError TooDeep(Node root)
    {
        var node = root;
        for (var depth = 1; depth < ExpressionLimits.Depth; depth++)
            node = node.Parts.First(part => part.Height >= node.Height - 1);
        return Complaint.TooDeep(node.Start);
    }

    /// <summary>A node with the place of its text, parentheses around it included.</summary>
    private readonly record struct Operand(Node Node, int Start, int End)
    {
        public static Operand Of(Node node) => new(node, node.Start, node.End);
    }
}
