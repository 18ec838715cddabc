using Baton.Engine.Commands;
using Baton.Engine.Resources;

namespace Baton.Proof.Simulating;

/// <summary>Somebody who wants work done, and starts `baton run` for it again while he has no answer.</summary>
internal sealed class Job(string name, Ask wish, TimeSpan grace, bool proceeds)
{
    private int _attempts;

    public string Name => name;

    public TimeSpan Grace => grace;

    /// <summary>Whether his command may go on when the store is gone.</summary>
    public bool Proceeds => proceeds;

    public IReadOnlyList<Need> Needs => wish.Needs;

    /// <summary>What became of it, once there is an answer.</summary>
    public string? Answer { get; set; }

    /// <summary>Whether the command ran to its end under a lease that was kept.</summary>
    public bool IsDone { get; set; }

    /// <summary>Whether a process is at it.</summary>
    public SimulatedProcess? Process
    {
        get => field is { IsAlive: true } ? field : null;
        set;
    }

    /// <summary>Asks: for the first time, again as the same request, or for something new that is wanted alike.</summary>
    public Ask Ask(bool same)
    {
        var request = same && _attempts > 0 ? _request : $"{name}Q{++_requests}";
        _request = request;
        return wish with { Run = new($"{name}R{++_attempts}"), Request = new(request) };
    }

    private string _request = "";
    private int _requests;
}
