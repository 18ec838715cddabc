using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>Ends a tree: stops all of it, so that nobody starts new ones meanwhile, then kills, until two looks in a row find none.</summary>
internal sealed class TreeEnding(TreeNote note, ProcessIdentity? adopter, TimeProvider clock)
{
    private const int DoubtfulLooks = 10,
        RoundsOfStopping = 50;
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(50);

    private readonly HashSet<ProcessIdentity> _stopped = [];
    private readonly HashSet<ProcessIdentity> _killed = [];
    private readonly HashSet<ProcessIdentity> _refused = [];
    private readonly Waiter _waiter = new(clock);
    private int _rounds;
    private TimeSpan _pause = TimeSpan.FromMilliseconds(1);

    internal RemainsAnswer Run(TimeSpan bound)
    {
        var started = clock.GetTimestamp();
        var (clean, doubtful) = (0, 0);
        var left = "the processes of the run could not be looked for";
        while (clock.GetElapsedTime(started) < bound)
        {
            if (TreeScan.Look(note, adopter) is not { } view)
            {
                return new RemainsAnswer.CannotTell("there is no /proc");
            }

            if (view.HoldsSelf)
            {
                return new RemainsAnswer.CannotTell("this process belongs to the run itself");
            }

            if (view.Members.Count > 0)
            {
                clean = 0;
                left = Describe(view.Members);
                if (view.Members.All(member => _refused.Contains(member.Identity)))
                {
                    return new RemainsAnswer.CannotTell(left);
                }

                Press(view.Members);
            }
            else if (view.Doubts.Count == 0)
            {
                clean++;
                if (clean == 2)
                {
                    return ProcessTable.Hiding() is { } hiding
                        ? new RemainsAnswer.CannotTell(hiding)
                        : new RemainsAnswer.Gone(_killed.Count);
                }
            }
            else
            {
                // Looked at more than once: a process that is just starting has no environment for a moment.
                doubtful++;
                left = string.Join(", ", view.Doubts.Take(3)) + " and may belong to the run";
                if (doubtful == DoubtfulLooks)
                {
                    return new RemainsAnswer.CannotTell(left);
                }

                Pause();
            }
        }

        return new RemainsAnswer.CannotTell(left);
    }

    private void Press(IReadOnlyList<ProcessStat> members)
    {
        var fresh = members.Where(member => _stopped.Add(member.Identity)).ToList();
        if (fresh.Count > 0 && _rounds++ < RoundsOfStopping)
        {
            fresh.ForEach(member => Send(member, Posix.Stop));
            return;
        }

        foreach (var member in members)
        {
            if (Send(member, Posix.Kill))
            {
                _ = _killed.Add(member.Identity);
            }
        }

        Pause();
    }

    private bool Send(ProcessStat member, int signal)
    {
        var error = Pidfd.Send(member.Identity, signal);
        if (error is not 0 and not Posix.NoSuchProcess)
        {
            _ = _refused.Add(member.Identity);
        }

        return error == 0;
    }

    private void Pause()
    {
        _ = _waiter.Wait([], _pause);
        _pause = _pause * 2 < s_longestPause ? _pause * 2 : s_longestPause;
    }

    private string Describe(IReadOnlyList<ProcessStat> members)
    {
        var first = members[0];
        var why = _refused.Contains(first.Identity) ? "may not be ended by this user" : "has not ended yet";
        return string.Create(CultureInfo.InvariantCulture, $"process {first.Pid} of the run {why}");
    }
}
