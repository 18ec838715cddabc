using Baton.Runtime.Git;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Git;

namespace Baton.Runtime.Asking;

/// <summary>Where a store is, with nothing left to look up.</summary>
/// <param name="Address">How it is written so that it means the same from every folder; never with a password.</param>
/// <param name="Folder">The folder on this machine where the bells and notes of those hang who share it.</param>
public abstract record StorePlace(string Address, string Folder)
{
    /// <summary>How often a store there is looked at.</summary>
    public virtual Pace Pace => Pace.Machine;

    /// <summary>A database on this machine, by its whole path.</summary>
    public sealed record File(string Path) : StorePlace($"sqlite:{Path}", Path + ".runs");

    /// <summary>Refs of a git remote.</summary>
    /// <param name="Remote">What git is told: the name of a remote of the repository, a URL, or a whole path.</param>
    /// <param name="Url">The same as a URL or whole path, without a password.</param>
    /// <param name="Repository">The repository whose settings say how to reach it; none outside of one.</param>
    /// <param name="Folder">The folder of bells and notes.</param>
    public sealed record Git(string Remote, string Url, GitFolder? Repository, string Folder)
        : StorePlace($"git:{Url}", Folder)
    {
        /// <summary>What its refs begin with.</summary>
        public string Space { get; init; } = RefNames.Custom;

        /// <inheritdoc/>
        public override Pace Pace => GitPace.Of(new GitRemote(Url));
    }

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="Url">Its URL, without a password.</param>
    /// <param name="Folder">The folder of bells and notes.</param>
    public sealed record Postgres(string Url, string Folder) : StorePlace(Url, Folder);
}
