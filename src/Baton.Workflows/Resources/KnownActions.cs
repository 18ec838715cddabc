namespace Baton.Workflows.Resources;

/// <summary>Well-known actions that write to shared things, by owner and name.</summary>
internal static class KnownActions
{
    private static readonly Dictionary<string, ResourceKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["stefanzweifel/git-auto-commit-action"] = ResourceKind.Branch,
        ["EndBug/add-and-commit"] = ResourceKind.Branch,
        ["ad-m/github-push-action"] = ResourceKind.Branch,
        ["peaceiris/actions-gh-pages"] = ResourceKind.Pages,
        ["JamesIves/github-pages-deploy-action"] = ResourceKind.Pages,
        ["actions/deploy-pages"] = ResourceKind.Pages,
        ["peter-evans/create-pull-request"] = ResourceKind.PullRequest,
        ["actions-ecosystem/action-add-labels"] = ResourceKind.Labels,
        ["actions/labeler"] = ResourceKind.Labels,
        ["peter-evans/create-or-update-comment"] = ResourceKind.Comments,
        ["marocchino/sticky-pull-request-comment"] = ResourceKind.Comments,
        ["thollander/actions-comment-pull-request"] = ResourceKind.Comments,
        ["softprops/action-gh-release"] = ResourceKind.Release,
        ["actions/create-release"] = ResourceKind.Release,
        ["ncipollo/release-action"] = ResourceKind.Release,
        ["goreleaser/goreleaser-action"] = ResourceKind.Release,
        ["JS-DevTools/npm-publish"] = ResourceKind.Package,
        ["pypa/gh-action-pypi-publish"] = ResourceKind.Package,
        ["azure/webapps-deploy"] = ResourceKind.Environment,
        ["google-github-actions/deploy-cloudrun"] = ResourceKind.Environment,
        ["amondnet/vercel-action"] = ResourceKind.Environment,
        ["cloudflare/wrangler-action"] = ResourceKind.Environment,
        ["superfly/flyctl-actions"] = ResourceKind.Environment,
    };

    /// <summary>What a <c>uses</c> writes to, or null.</summary>
    public static ResourceKind? Find(string uses)
    {
        var at = uses.IndexOf('@', StringComparison.Ordinal);
        return Kinds.TryGetValue(at < 0 ? uses : uses[..at], out var kind) ? kind : null;
    }
}
