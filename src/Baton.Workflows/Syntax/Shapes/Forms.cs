namespace Baton.Workflows.Syntax.Shapes;

/// <summary>The forms that a value may have.</summary>
[Flags]
internal enum Forms
{
    None = 0,

    /// <summary>Text; numbers, true, false and nothing are taken for their text.</summary>
    Text = 1,

    /// <summary>True or false.</summary>
    Flag = 2,

    /// <summary>A number.</summary>
    Number = 4,

    /// <summary>Nothing: the key stands alone.</summary>
    Nothing = 8,

    /// <summary>A list.</summary>
    List = 16,

    /// <summary>A mapping.</summary>
    Mapping = 32,
}
