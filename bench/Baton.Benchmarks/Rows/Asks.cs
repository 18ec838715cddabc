using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Benchmarks.Rows;

/// <summary>Requests as a CI service would cause them.</summary>
internal static class Asks
{
    private static readonly Owner Owner = new("969fb6eb-6210-4d59-b2a1-7171089c5f0e/4026531836", "4711/123456");

    private static readonly Origin Origin = new()
    {
        Workflow = "deploy",
        Event = "push",
        Ref = "refs/heads/main",
        Sha = "862b00d0c1a2b3c4d5e6f708192a3b4c5d6e7f80",
        Actor = "octocat",
    };

    /// <summary>A request of one unit of a group.</summary>
    public static Ask Of(string id, string group) =>
        new()
        {
            Run = new RunId(id),
            Request = new RequestId(id),
            Owner = Owner,
            Origin = Origin,
            Needs = [Need.Group(group)],
        };
}
