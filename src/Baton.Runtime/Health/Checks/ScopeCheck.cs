using System.Diagnostics;
using Baton.Runtime.Asking;

namespace Baton.Runtime.Health.Checks;

/// <summary>The scope has a name that somebody meant.</summary>
public sealed class ScopeCheck() : Check("scope")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Site is { } site)
            yield return site.ScopeFrom == ScopeSource.Folder
                ? Warn(
                    $"the scope is {site.Scope}, after the name of the folder: another folder of that name is the same scope",
                    "say scope: owner/name in baton.yml, or add the git remote origin"
                )
                : Well($"the scope is {site.Scope}, {From(site.ScopeFrom)}");
    }

    private static string From(ScopeSource source) =>
        source switch
        {
            ScopeSource.Said => "by --scope or BATON_SCOPE",
            ScopeSource.Configuration => "by baton.yml",
            ScopeSource.Ci => "by the CI service's repository",
            ScopeSource.Remote => "by the git remote origin",
            _ => throw new UnreachableException($"nobody named the scope: {source}"),
        };
}
