using Baton.Engine.Holds;
using Baton.Engine.Runs;

namespace Baton.Engine.Views;

/// <summary>The orders in which a scope is read (<see cref="IScopeView"/>). In none of them are two rows equal.</summary>
public static class Order
{
    /// <summary>Runs by place in line.</summary>
    public static readonly Comparer<Run> ByPlace = Comparer<Run>.Create(
        (one, other) => one.Place.CompareTo(other.Place)
    );

    /// <summary>Runs by name.</summary>
    public static readonly Comparer<Run> ByName = Comparer<Run>.Create((one, other) => one.Id.CompareTo(other.Id));

    /// <summary>Runs by the instant at which time alone changes them, then by name.</summary>
    public static readonly Comparer<Run> ByTime = Comparer<Run>.Create(
        (one, other) =>
        {
            var time = one.NextTime!.Value.CompareTo(other.NextTime!.Value);
            return time != 0 ? time : one.Id.CompareTo(other.Id);
        }
    );

    /// <summary>Holds by token, then by run.</summary>
    public static readonly Comparer<Hold> ByToken = Comparer<Hold>.Create(
        (one, other) =>
        {
            var token = one.Token.CompareTo(other.Token);
            return token != 0 ? token : one.Run.CompareTo(other.Run);
        }
    );

    /// <summary>Lingering holds by their end, then by resource, then by run.</summary>
    public static readonly Comparer<Hold> ByUntil = Comparer<Hold>.Create(
        (one, other) =>
        {
            var until = one.Until!.Value.CompareTo(other.Until!.Value);
            var resource = until != 0 ? until : one.Resource.CompareTo(other.Resource);
            return resource != 0 ? resource : one.Run.CompareTo(other.Run);
        }
    );
}
