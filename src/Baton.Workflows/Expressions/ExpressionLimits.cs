namespace Baton.Workflows.Expressions;

/// <summary>
/// The bounds of expressions. Those of the language are GitHub's own:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/ExpressionConstants.cs
/// </summary>
public static class ExpressionLimits
{
    /// <summary>The most characters of an expression.</summary>
    public const int Length = 21_000;

    /// <summary>The most nodes on a way from the root of an expression's tree to a leaf.</summary>
    public const int Depth = 50;

    /// <summary>The most arguments of a function that takes any number.</summary>
    public const int Arguments = byte.MaxValue;

    /// <summary>The most bytes that an evaluation may hold at once, counted as GitHub counts them.</summary>
    public const int Memory = 1_048_576;

    /// <summary>
    /// The deepest nesting of JSON text: https://www.newtonsoft.com/json/help/html/P_Newtonsoft_Json_JsonReader_MaxDepth.htm
    /// </summary>
    public const int JsonDepth = 64;

    /// <summary>The most characters of a text with expressions in it; GitHub reads files of half of that.</summary>
    public const int EmbeddedLength = 1_048_576;
}
