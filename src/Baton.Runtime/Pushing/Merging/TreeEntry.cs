namespace Baton.Runtime.Pushing.Merging;

/// <summary>What stands at a path of a tree: https://git-scm.com/docs/git-ls-tree</summary>
/// <param name="Mode">Six octal digits.</param>
/// <param name="Object">The object's name.</param>
public sealed record TreeEntry(string Mode, string Object)
{
    /// <summary>Whether it is a file with content of its own, executable or not.</summary>
    public bool IsFile => Mode.StartsWith("100", StringComparison.Ordinal);

    /// <summary>What it is, in words.</summary>
    public string Kind =>
        Mode switch
        {
            "100755" => "executable file",
            "120000" => "symbolic link",
            "160000" => "submodule",
            _ => "file",
        };
}
