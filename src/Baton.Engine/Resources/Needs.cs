namespace Baton.Engine.Resources;

/// <summary>Looking through what a run needs.</summary>
internal static class Needs
{
    /// <summary>What is needed of a resource, if anything is.</summary>
    public static Need? Of(this IReadOnlyList<Need> needs, ResourceName resource)
    {
        foreach (var need in needs)
            if (need.Resource == resource)
                return need;
        return null;
    }
}
