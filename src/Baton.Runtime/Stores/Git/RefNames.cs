using System.Text;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// The refs of a scope. Its name is hashed, since a ref can't be called all that a scope may be called, and `a` beside
/// `a/b` can't be refs at all. The order of the names counts: a server that dies while it moves several refs has moved
/// the first ones (measured), so what stands in an audit may be ahead of the state, and never behind it; and both come
/// before `refs/heads/`.
/// </summary>
/// <param name="Space">What all of them begin with.</param>
/// <param name="Scope">The scope's name.</param>
public sealed record RefNames(string Space, string Scope)
{
    /// <summary>Where they are if nothing is said: neither branches nor tags, so nobody sees them.</summary>
    public const string Custom = "refs/baton/v1";

    /// <summary>Where they are on a server that takes nothing but branches and tags.</summary>
    public const string Branches = "refs/heads/baton/v1";

    private const int Digits = 40;

    /// <summary>What the refs of this scope begin with.</summary>
    public string Base { get; } =
        $"{Space}/{Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(Scope)))[..Digits]}";

    /// <summary>The newest entries of the audit, with those before them as its parents.</summary>
    public string Audit => Base + "/audit";

    /// <summary>The state.</summary>
    public string State => Base + "/state";

    /// <summary>What all tickets begin with.</summary>
    public string Tickets => Base + "/ticket/";
}
