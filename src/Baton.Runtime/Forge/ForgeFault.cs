namespace Baton.Runtime.Forge;

/// <summary>Why the service did not do what it was asked.</summary>
public enum ForgeFault
{
    /// <summary>401: the token is missing, wrong or over.</summary>
    Unauthorized,

    /// <summary>403: the token lacks a permission.</summary>
    Forbidden,

    /// <summary>404 and 410: there is no such thing, or the token may not see it.</summary>
    NotFound,

    /// <summary>409 and 422: the service understood, and refuses.</summary>
    Refused,

    /// <summary>403 and 429: too much was asked lately, and the wait is longer than we have.</summary>
    RateLimited,

    /// <summary>5xx: the service fails.</summary>
    Failing,

    /// <summary>The service can't be reached, or the connection broke.</summary>
    Unreachable,

    /// <summary>The service doesn't answer in time.</summary>
    TimedOut,

    /// <summary>What it answered can't be read.</summary>
    Unreadable,
}
