using System.Text;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;

namespace Baton.Cli.Output;

/// <summary>Where a keeper's lines go: to whoever has started it, as long as he listens, and with the time to its log.</summary>
/// <param name="starter">Who has started it.</param>
/// <param name="log">The log.</param>
/// <param name="clock">Gives the time.</param>
internal sealed class NewsWriter(PipeEnd starter, Lazy<TextWriter> log, TimeProvider clock) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => WriteLine(value.ToString());

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        starter.Send(new KeeperNews.Says(value ?? "").Write());
        try
        {
            log.Value.WriteLine($"{clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {value}");
        }
        catch (IOException)
        {
            // A full disk, or a log that is gone: keeping goes on.
        }
    }
}
