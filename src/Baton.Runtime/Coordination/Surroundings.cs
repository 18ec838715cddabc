using Baton.Engine.Runs;
using Baton.Runtime.Kernel;

namespace Baton.Runtime.Coordination;

/// <summary>What this process knows of the machine on which it meets others.</summary>
/// <param name="Folder">The folder of the bells and notes: beside the database, for those who share it.</param>
/// <param name="Domain">The process domain of this process.</param>
/// <param name="Self">This process; null where it can't be told.</param>
/// <param name="Machine">What this process can do there.</param>
public sealed record Surroundings(string Folder, ProcessDomain Domain, ProcessIdentity? Self, IMachine Machine)
{
    /// <summary>The surroundings of this process.</summary>
    public static Surroundings Here(string folder, BootClock clock) =>
        new(folder, ProcessDomain.Here(), ProcessIdentity.Self(), new LocalMachine(folder, clock));

    /// <summary>Asks services about their runs; none where nobody here can.</summary>
    public IServiceRuns? Services { get; init; }

    /// <summary>The run of a service that this process is part of; what that run owns is joined.</summary>
    public Owner? PartOf { get; init; }

    /// <summary>The boot clock.</summary>
    public TimeProvider Clock => Machine.Clock;

    /// <summary>The owner that this process names when it asks.</summary>
    public Owner Owner => new(Domain.Text ?? "", Self?.ToString() ?? "");

    /// <summary>The process of an owner, if it can be looked at from here.</summary>
    public ProcessIdentity? ProcessOf(Owner owner) =>
        Domain.IsKnown && owner.Domain == Domain.Text ? ProcessIdentity.Parse(owner.Process) : null;

    /// <summary>Whether an owner is certainly gone: dead, or of a boot of this machine that is over.</summary>
    public bool IsGone(Owner owner) => !owner.IsOfService && IsGoneHere(owner);

    private bool IsGoneHere(Owner owner) =>
        LivenessOf(owner) is Liveness.Dead || Domain.IsOfOtherBoot(new ProcessDomain(owner.Domain));

    /// <summary>Whether an owner lives, as far as that can be told from here.</summary>
    public Liveness LivenessOf(Owner owner) =>
        ProcessOf(owner) is { } process
            ? Machine.Look(process)
            : new Liveness.Unknown("its owner is of another machine, boot or container");
}
