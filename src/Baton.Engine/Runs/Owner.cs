namespace Baton.Engine.Runs;

/// <summary>The process that asked and keeps the lease.</summary>
/// <param name="Domain">The process domain in which <paramref name="Process"/> means something: boot id and pid namespace.</param>
/// <param name="Process">The process in that domain: pid and start time.</param>
public sealed record Owner(string Domain, string Process)
{
    /// <summary>An owner that nobody can look at.</summary>
    public static readonly Owner Unknown = new("", "");
}
