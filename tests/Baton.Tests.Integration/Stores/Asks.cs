using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Tests.Integration.Stores;

/// <summary>Plain asks for tests.</summary>
internal static class Asks
{
    public static Ask For(string run, params Need[] needs) =>
        new()
        {
            Run = new RunId(run),
            Request = new RequestId("request of " + run),
            Owner = Owner.Unknown,
            Needs = [.. needs],
        };
}
