using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Git;

/// <summary><c>baton git test</c>: whether the remote does what pushes, fences and queues need.</summary>
public static class TestCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("test", "try what the remote does for pushes, fences and queues")
    {
        Options = [PushOptions.Remote, CommonOptions.Scope, CommonOptions.Config],
        Essay =
            "It reaches the remote, makes refs of its own under refs/baton, moves them in one atomic\n"
            + "push and on condition, and removes them. Branches aren't touched, so it can't tell\n"
            + "whether one of them is protected. Ends with 83 where something doesn't work.",
        Examples =
        [
            ("baton git test", "the remote origin"),
            ("baton git test --remote https://github.com/acme/shop.git", "another one"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var remote = call.Get(PushOptions.Remote) ?? "origin";
        var problems = await TryAsync(call, remote).ConfigureAwait(false);
        foreach (var problem in problems)
            call.Surroundings.Say(problem.Message.TrimEnd('.'));
        if (problems.Count == 0)
            call.Surroundings.Out.WriteLine(
                $"{Runtime.Wording.Plain.Text(Runtime.Git.Secrets.Mask(remote))}: it is reached, refs can be made, moved together and on condition, and removed"
            );
        return (int)(problems.Count == 0 ? ExitCode.Success : ExitCode.Unwell);
    }

    /// <summary>Tries it; gives what doesn't work.</summary>
    internal static async ValueTask<IReadOnlyList<StoreException>> TryAsync(Invocation call, string remote)
    {
        var store = StoreAddress.Parse($"git:{remote}") switch
        {
            StoreReading.Read read => read.Value,
            StoreReading.Malformed malformed => throw new AskingException(AskingFault.Usage, malformed.Message),
            _ => throw new System.Diagnostics.UnreachableException("an address is read or malformed"),
        };
        var search = new SiteSearch(call.Surroundings.Variable, call.Surroundings.Folder);
        var site = search.Find(new SiteWishes(call.Get(CommonOptions.Scope), store, call.Get(CommonOptions.Config)));
        try
        {
            await using var scope = await Stores
                .OpenAsync(call.Surroundings, site, new Runtime.Kernel.BootClock(call.Surroundings.Clock))
                .ConfigureAwait(false);
            return scope is IScopeTrial trial ? await trial.TryAsync(CancellationToken.None).ConfigureAwait(false) : [];
        }
        catch (StoreException failure)
        {
            return [failure];
        }
    }
}
