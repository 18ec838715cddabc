using Baton.Engine;

namespace Baton.Runtime.Stores.Postgres;

/// <content>Hearing others.</content>
public sealed partial class PostgresScope : IScopeBells
{
    private readonly Ears _ears = new();

    /// <inheritdoc/>
    public IDisposable Listen(RunId run, Action heard)
    {
        if (Ears.Channel(run) is { } channel)
            _ears.Add(channel, heard);
        return new Listening(_ears, run);
    }

    private sealed class Listening(Ears ears, RunId run) : IDisposable
    {
        public void Dispose()
        {
            if (Ears.Channel(run) is { } channel)
                ears.Remove(channel);
        }
    }
}
