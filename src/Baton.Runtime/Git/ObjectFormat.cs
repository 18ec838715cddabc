namespace Baton.Runtime.Git;

/// <summary>What names a repository's objects: https://git-scm.com/docs/hash-function-transition</summary>
public enum ObjectFormat
{
    /// <summary>40 hexadecimal digits.</summary>
    Sha1,

    /// <summary>64 hexadecimal digits.</summary>
    Sha256,
}
