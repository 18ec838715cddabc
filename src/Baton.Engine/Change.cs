using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Engine;

/// <summary>One row to write. The changes of an outcome are written together or not at all, in any order.</summary>
public abstract record Change
{
    private Change() { }

    /// <summary>The scope's own row.</summary>
    public sealed record PutScope(ScopeState State) : Change;

    /// <summary>A run, new or changed; <paramref name="Before"/> is what stood there.</summary>
    public sealed record PutRun(Run Run, Run? Before) : Change;

    /// <summary>A hold, new or changed.</summary>
    public sealed record PutHold(Hold Hold) : Change;

    /// <summary>A hold is gone.</summary>
    public sealed record DropHold(Hold Hold) : Change;

    /// <summary>A resource, new or changed.</summary>
    public sealed record PutResource(Resource Resource) : Change;

    /// <summary>A resource is forgotten.</summary>
    public sealed record DropResource(ResourceName Name) : Change;
}
