using Baton.Runtime.Asking;
using Baton.Runtime.Gating;

namespace Baton.Cli.Commands.Gating;

/// <summary>What a gate asks for, and what it looks for and puts once that is granted.</summary>
/// <param name="Plan">The request.</param>
/// <param name="Entrance">What is looked for and put at the service.</param>
public sealed record GatePlan(Plan Plan, EntranceWishes Entrance);
