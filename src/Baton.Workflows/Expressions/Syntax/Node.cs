using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Syntax;

/// <summary>
/// A part of an expression, with the place of its text: from <see cref="Start"/> to before <see cref="End"/>, without
/// parentheses around it. Nodes are compared by identity.
/// </summary>
public abstract class Node
{
    private Node(int start, int end) => (Start, End) = (start, end); // closed: every case is here

    /// <summary>Where its text starts, from 0.</summary>
    public int Start { get; }

    /// <summary>Where its text is over.</summary>
    public int End { get; }

    /// <summary>The parts that it is made of, in the order of the text.</summary>
    public abstract IReadOnlyList<Node> Parts { get; }

    /// <summary>How many nodes stand on the longest way to a leaf.</summary>
    public int Height { get; private protected set; } = 1;

    private protected void StandOn(Node part) => Height = Math.Max(Height, part.Height + 1);

    /// <summary>A value that is written down; also the name of a property after a dot.</summary>
    public sealed class Literal(Value value, int start, int end) : Node(start, end)
    {
        /// <summary>The value.</summary>
        public Value Value { get; } = value;

        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => [];
    }

    /// <summary>A context such as <c>github</c>.</summary>
    public sealed class Context(string name, int start, int end) : Node(start, end)
    {
        /// <summary>Its name as it is written.</summary>
        public string Name { get; } = name;

        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => [];
    }

    /// <summary>The <c>*</c> that stands for every key.</summary>
    public sealed class Wildcard(int start, int end) : Node(start, end)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => [];
    }

    /// <summary>A property, an index or <c>*</c> of something.</summary>
    public sealed class Index : Node
    {
        internal Index(Node target, Node key, (int Start, int End) place)
            : base(place.Start, place.End)
        {
            (Target, Key) = (target, key);
            StandOn(target);
            StandOn(key);
        }

        /// <summary>What is looked into.</summary>
        public Node Target { get; }

        /// <summary>What is looked up.</summary>
        public Node Key { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => [Target, Key];
    }

    /// <summary>A function and its arguments.</summary>
    public sealed class Call : Node
    {
        private readonly List<Node> arguments = [];

        internal Call(Function function, int start, int end)
            : base(start, end) => Function = function;

        internal Call(Call opened, IEnumerable<Node> given, int end)
            : base(opened.Start, end)
        {
            Function = opened.Function;
            arguments.AddRange(given);
            arguments.ForEach(StandOn);
        }

        /// <summary>The function.</summary>
        public Function Function { get; }

        /// <summary>Its arguments.</summary>
        public IReadOnlyList<Node> Arguments => arguments;

        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => arguments;
    }

    /// <summary><c>!</c> and what it turns round.</summary>
    public sealed class Not : Node
    {
        internal Not(Node operand, (int Start, int End) place)
            : base(place.Start, place.End)
        {
            Operand = operand;
            StandOn(operand);
        }

        /// <summary>What it turns round.</summary>
        public Node Operand { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => [Operand];
    }

    /// <summary>A comparison of two.</summary>
    public sealed class Compare : Node
    {
        internal Compare(ComparisonOperator comparison, (Node Left, Node Right) sides, (int Start, int End) place)
            : base(place.Start, place.End)
        {
            Operator = comparison;
            (Left, Right) = sides;
            StandOn(Left);
            StandOn(Right);
        }

        /// <summary>Which comparison.</summary>
        public ComparisonOperator Operator { get; }

        /// <summary>The left side.</summary>
        public Node Left { get; }

        /// <summary>The right side.</summary>
        public Node Right { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => [Left, Right];
    }

    /// <summary>
    /// Two or more with <c>&amp;&amp;</c> or <c>||</c> between them. A chain of one operator is one node, however it is
    /// grouped, as on GitHub: it counts once towards the depth.
    /// </summary>
    public sealed class Logic : Node
    {
        private readonly List<Node> operands;

        internal Logic(LogicOperator logic, (Node Left, Node Right) sides, (int Start, int End) place)
            : base(place.Start, place.End)
        {
            Operator = logic;
            // Taking a side's list over keeps a long chain cheap, however it is grouped: that side is nobody else's by now.
            var (left, right) = (Same(sides.Left), Same(sides.Right));
            operands = left?.operands ?? right?.operands ?? [];
            if (left is null)
                operands.Insert(0, sides.Left);
            if (right is null)
                operands.Add(sides.Right);
            else if (left is not null)
                operands.AddRange(right.operands);
            Height = Math.Max(Rise(left, sides.Left), Rise(right, sides.Right));
        }

        /// <summary>Which of the two operators.</summary>
        public LogicOperator Operator { get; }

        /// <summary>What stands between the operators.</summary>
        public IReadOnlyList<Node> Operands => operands;

        /// <inheritdoc/>
        public override IReadOnlyList<Node> Parts => operands;

        private Logic? Same(Node side) => side is Logic logic && logic.Operator == Operator ? logic : null;

        private static int Rise(Logic? same, Node side) => same?.Height ?? side.Height + 1;
    }
}
