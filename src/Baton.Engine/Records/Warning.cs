using Baton.Engine.Resources;

namespace Baton.Engine.Records;

/// <summary>What the asker should know although the answer stands.</summary>
public abstract record Warning
{
    private Warning() { }

    /// <summary>The resource goes by other settings than the request named.</summary>
    public sealed record SettingsDiffer(ResourceName Resource, ResourceSettings InForce, ResourceSettings Asked)
        : Warning;

    /// <summary>The scope has another aging than the request named.</summary>
    public sealed record AgingDiffers(TimeSpan InForce, TimeSpan Asked) : Warning;

    /// <summary>The run that it named as its parent is over, so it asks for itself.</summary>
    public sealed record ParentGone(RunId Parent) : Warning;
}
