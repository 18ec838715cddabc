namespace Baton.Workflows.Expressions.Functions;

/// <summary>What becomes of symbolic links to folders.</summary>
public enum FolderLinks
{
    /// <summary>What is behind them doesn't count.</summary>
    Ignored,

    /// <summary>What is behind them counts, as <c>--follow-symbolic-links</c> asks for.</summary>
    Followed,
}
