using Baton.Engine;
using Baton.Engine.Commands;

namespace Baton.Proof.Simulating;

/// <summary>Commands and answers as a trace shows them.</summary>
internal static class Words
{
    public static string Of(Command command) =>
        command switch
        {
            Command.Request { Ask: var ask } =>
                $"Request {ask.Run} as {ask.Request} lease {ask.Lease.TotalSeconds}s needs {string.Join(", ", ask.Needs.Select(need => $"{need.Resource.Kind} {need.Resource}={need.Units}"))}",
            Command.Expire expire =>
                $"Expire {expire.Run} {expire.Token}.{expire.Counter} {expire.Evidence} {expire.Remains}",
            Command.Renew renew => $"Renew {renew.Run} {renew.Token}.{renew.Counter}",
            _ => command.ToString(),
        };

    public static string Of(Decision decision) =>
        decision switch
        {
            Decision.Refused refused => $"Refused {refused.Refusal}",
            { About: { } run } => $"{run.Id} {run.State} {run.Token}.{run.Counter} {run.Conclusion}",
            _ => decision.GetType().Name,
        };
}
