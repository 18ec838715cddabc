namespace Baton.Workflows.Expressions.Values;

/// <summary>
/// A value of the expression language. Arrays and objects are compared by identity, as the language does it: two that
/// hold the same are two.
/// </summary>
public abstract record Value
{
    private Value() { } // closed: every case is here

    /// <summary>The name that the language has for values of this kind; arrays and objects become it as text.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it is neither an array nor an object.</summary>
    public bool IsPrimitive => this is not (Array or Object);

    /// <summary>A truth value.</summary>
    public static Value Of(bool truth) => truth ? Boolean.True : Boolean.False;

    /// <summary>A number.</summary>
    public static Value Of(double number) => new Number(number);

    /// <summary>A text.</summary>
    public static Value Of(string text) => new Text(text);

    /// <summary>Nothing.</summary>
    public sealed record Null : Value
    {
        /// <summary>The only one there is.</summary>
        public static readonly Null Value = new();

        private Null() { }

        /// <inheritdoc/>
        public override string Kind => "Null";
    }

    /// <summary>True or false.</summary>
    public sealed record Boolean : Value
    {
        /// <summary>True.</summary>
        public static readonly Boolean True = new(truth: true);

        /// <summary>False.</summary>
        public static readonly Boolean False = new(truth: false);

        private Boolean(bool truth) => Truth = truth;

        /// <summary>Which of the two.</summary>
        public bool Truth { get; }

        /// <inheritdoc/>
        public override string Kind => "Boolean";
    }

    /// <summary>A number of double precision, NaN and the infinities included.</summary>
    public sealed record Number(double Amount) : Value
    {
        /// <inheritdoc/>
        public override string Kind => "Number";
    }

    /// <summary>A text; the language calls it a string.</summary>
    public sealed record Text(string Content) : Value
    {
        /// <inheritdoc/>
        public override string Kind => "String";
    }

    /// <summary>A list of values.</summary>
    /// <param name="Items">The values.</param>
    /// <param name="IsFiltered">Whether a <c>*</c> made it: then a property or an index is looked up in each item.</param>
    public sealed record Array(IReadOnlyList<Value> Items, bool IsFiltered = false) : Value
    {
        /// <inheritdoc/>
        public override string Kind => "Array";

        /// <inheritdoc/>
        public bool Equals(Array? other) => ReferenceEquals(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }

    /// <summary>Values by name, in the order in which they were written.</summary>
    public sealed record Object(Properties Properties) : Value
    {
        /// <inheritdoc/>
        public override string Kind => "Object";

        /// <inheritdoc/>
        public bool Equals(Object? other) => ReferenceEquals(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
