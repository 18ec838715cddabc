using Baton.Cli.Options;
using Baton.Runtime.Asking;

namespace Baton.Cli.Commands.Git;

/// <summary><c>baton git commit-push</c>: a push that holds the group of its branch.</summary>
public static class CommitPushCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new(
        "commit-push",
        "commit what changed, and push it while holding the branch's group"
    )
    {
        Takes = "MESSAGE [PATHS…]",
        Words = (1, int.MaxValue),
        TakesPaths = true,
        Options =
        [
            .. PushOptions.All.Where(option => option != PushOptions.Message),
            .. RequestOptions.OfPushes,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "baton push with a group: push-BRANCH, or --group G. One at a time pushes to the\n"
            + "branch, in the order of priority and asking, whatever workflow it belongs to.\n"
            + "Inside of a run that holds the group it joins that run.",
        Examples =
        [
            ("baton git commit-push 'Update data'", "all that changed"),
            ("baton git commit-push 'Update data' data --priority 60", "what changed under data, before others"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var message = MessageOf(call);
        return call.Surroundings.Set(GroupedPush.Variable) is null && !call.Has(CommonOptions.DryRun)
            ? await GroupedPush
                .RunAsync(call, [GitCommand.Verb.Name, Verb.Name, .. call.Said], BranchGroup.Plan(call))
                .ConfigureAwait(false)
            : await PushCommand
                .PushAsync(call, order => order with { Message = message, Paths = [.. call.Words.Skip(1)] })
                .ConfigureAwait(false);
    }

    /// <summary>The first word, which is the message.</summary>
    /// <exception cref="AskingException">It is none.</exception>
    internal static string MessageOf(Invocation call) =>
        call.Words.Count == 0
            ? throw new AskingException(
                AskingFault.Usage,
                "the message is missing: baton git commit-push MESSAGE [PATHS…]"
            )
            : PushOptions.Message.Read(call.Words[0]) switch
            {
                ValueReading.Read { Value: string message } => message,
                ValueReading.Malformed malformed => throw new AskingException(
                    AskingFault.Usage,
                    $"the message: {malformed.Message}"
                ),
                _ => throw new System.Diagnostics.UnreachableException("a message is read or malformed"),
            };
}
