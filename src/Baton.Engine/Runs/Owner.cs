namespace Baton.Engine.Runs;

/// <summary>The process that asked and keeps the lease.</summary>
/// <param name="Domain">The process domain in which <paramref name="Process"/> means something: boot id and pid namespace.</param>
/// <param name="Process">The process in that domain: pid and start time.</param>
public sealed record Owner(string Domain, string Process)
{
    private const string OfService = "service:";

    /// <summary>Whether it is no process, but the run of a service that can be asked whether it goes on.</summary>
    public bool IsOfService => Domain.StartsWith(OfService, StringComparison.Ordinal);

    /// <summary>The run of a service, which is named by the address of what can be asked.</summary>
    public static Owner Service(string address, string run) => new(OfService + address, run);

    /// <summary>An owner that nobody can look at.</summary>
    public static readonly Owner Unknown = new("", "");
}
