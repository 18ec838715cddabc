namespace Baton.Workflows.Syntax.Calls;

/// <summary>
/// How much calling there may be: https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations
/// </summary>
/// <param name="Depth">How many called workflows may stand below each other.</param>
/// <param name="Jobs">How many jobs there may be in all, those of called workflows included.</param>
/// <param name="Default">What a token may do where neither the workflow nor any caller says.</param>
public sealed record CallRules(int Depth, int Jobs, DefaultPermissions Default)
{
    /// <summary>GitHub's, with the permissions that a new repository has.</summary>
    public static CallRules Standard { get; } = new(9, int.MaxValue, DefaultPermissions.Read);
}
