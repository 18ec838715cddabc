using Baton.Engine.Commands;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// What somebody left for others to do who was too slow twice: a ref of its own, which nobody races for. Every push takes
/// along all tickets that it saw. So of many that push at once each is served by whoever wins, and none starves.
/// </summary>
/// <param name="Ref">The ref.</param>
/// <param name="Object">What it is.</param>
/// <param name="Commands">What to do; nothing where it can't be read, and then it only is removed.</param>
internal sealed record Ticket(string Ref, string Object, IReadOnlyList<Command> Commands)
{
    /// <summary>Writes commands for a ticket.</summary>
    public static byte[] Write(IReadOnlyList<Command> commands, string name)
    {
        using var file = new MemoryStream();
        foreach (var command in commands)
            StateDocument.Put(file, "", CommandBody.Write(command));
        StateDocument.Put(file, "nonce ", System.Text.Encoding.ASCII.GetBytes(name));
        return file.ToArray();
    }

    /// <summary>Reads a ticket. One that can't be read is nobody's: anyone who may push could have put it there.</summary>
    public static Ticket Read(string name, string hash, ReadOnlyMemory<byte>? file)
    {
        try
        {
            return new(
                name,
                hash,
                file is { } content ? [.. StateDocument.Lines(content).SkipLast(1).Select(CommandBody.Read)] : []
            );
        }
        catch (StoredBodyException)
        {
            return new(name, hash, []);
        }
    }
}
