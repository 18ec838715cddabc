using System.Text;
using Baton.Runtime.Configuration;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Tests.Runtime.Pushing;

/// <summary>A path with three versions, written as text, and the rules that settle it.</summary>
internal sealed class Contest
{
    private readonly Dictionary<string, byte[]> objects = [];
    private readonly string path;

    public Contest(string path) => this.path = path;

    public string Rules { get; init; } = "";

    public string? Clean { get; init; }

    /// <summary>The text after the merge, or `conflict: WHY`, or the word of what was taken.</summary>
    public string Settle(string? before, string? mine, string? remote) =>
        Of(before, mine, remote) switch
        {
            Settlement.Written written => Encoding.UTF8.GetString(written.Content.Span),
            Settlement.Conflict conflict => $"conflict: {conflict.Why}",
            Settlement.Taken taken =>
                $"{taken.How}: {(taken.Entry is { } entry ? Encoding.UTF8.GetString(objects[entry.Object]) : "deleted")}",
            var other => other.GetType().Name,
        };

    public Settlement Of(string? before, string? mine, string? remote)
    {
        var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes($"push: {{ rules: [ {Rules} ] }}"), "baton.yml");
        var configuration = Assert.IsType<ConfigurationReading.Read>(reading).Configuration;
        var contest = new FileContest(path, Entry(before), Entry(mine), Entry(remote)) { Clean = Entry(Clean) };
        return new Settling(PushPresets.Rules(configuration.Push), entry => objects[entry.Object]).Settle(contest);
    }

    private TreeEntry? Entry(string? text)
    {
        if (text is null)
            return null;
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));
        objects[name] = bytes;
        return new TreeEntry("100644", name);
    }
}
