namespace Baton.Tests.Integration.Support;

/// <summary>Where a line is cut.</summary>
internal enum Cut
{
    /// <summary>It isn't.</summary>
    Nothing,

    /// <summary>The server never sees the message.</summary>
    BeforeTheServer,

    /// <summary>The server has the message, and may be working on it.</summary>
    BehindTheMessage,

    /// <summary>The server has done it; the client never sees the answer.</summary>
    BeforeTheAnswer,
}
