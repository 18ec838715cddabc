namespace Baton.Workflows.Events.Payloads;

/// <summary>A field of an object in a payload.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsAlways">Whether it is there in every such object, and not null.</param>
/// <param name="Type">What it holds.</param>
public sealed record PayloadField(string Name, bool IsAlways, PayloadType Type);
