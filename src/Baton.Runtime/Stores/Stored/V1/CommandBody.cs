using System.Diagnostics;
using System.Text.Json;
using Baton.Engine.Commands;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>
/// The stored body of a command that somebody else may apply, once or twice: only those that come to the same when they
/// are applied again (promise 4).
/// </summary>
public static class CommandBody
{
    /// <summary>Whether a command can be left for others to apply.</summary>
    public static bool CanLeave(Command command) =>
        command
            is Command.Request
                or Command.Renew
                or Command.Acknowledge
                or Command.End
                or Command.Expire
                or Command.Attest;

    /// <summary>Writes a command.</summary>
    public static byte[] Write(Command command) => Body.Write(command, WriteFields);

    /// <summary>Reads a command.</summary>
    /// <exception cref="StoredBodyException">It is damaged or of another version.</exception>
    public static Command Read(ReadOnlyMemory<byte> body) => Body.Read(body, ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, Command command)
    {
        switch (command)
        {
            case Command.Request request:
                writer.WriteString("kind", "request");
                AskBody.Write(writer, request.Ask);
                break;
            case Command.Renew renew:
                Begin(writer, "renew", renew.Run.Value, renew.Token);
                writer.WriteNumber("counter", renew.Counter);
                break;
            case Command.Acknowledge knows:
                Begin(writer, "acknowledge", knows.Run.Value, knows.Token);
                writer.Put("grace", (TimeSpan?)knows.Grace);
                break;
            case Command.End end:
                Begin(writer, "end", end.Run.Value, end.Token);
                writer.WriteString("conclusion", Words.Conclusions[end.Conclusion]);
                writer.Put("ago", end.Ago);
                break;
            case Command.Expire expire:
                Begin(writer, "expire", expire.Run.Value, expire.Token);
                writer.WriteNumber("counter", expire.Counter);
                WriteEvidence(writer, expire);
                break;
            case Command.Attest attest:
                writer.WriteString("kind", "attest");
                writer.WriteString("run", attest.Run.Value);
                break;
            default:
                throw new ArgumentException(
                    $"a command that nobody else may apply: {command.GetType().Name}",
                    nameof(command)
                );
        }
    }

    private static void Begin(Utf8JsonWriter writer, string kind, string run, long token)
    {
        writer.WriteString("kind", kind);
        writer.WriteString("run", run);
        writer.WriteNumber("token", token);
    }

    private static void WriteEvidence(Utf8JsonWriter writer, Command.Expire expire)
    {
        writer.PutFlag("gone", expire.Remains == Remains.Gone);
        switch (expire.Evidence)
        {
            case Evidence.HolderDead dead:
                writer.WriteString("deadIn", dead.Domain);
                break;
            case Evidence.ServiceSilent:
                writer.PutFlag("silent", true);
                break;
            case Evidence.SeenUnrenewed seen:
                writer.Put("seenFor", (TimeSpan?)seen.For);
                break;
            default:
                throw new UnreachableException(expire.Evidence.GetType().Name);
        }
    }

    private static Command ReadFields(JsonElement body) =>
        body.Text("kind") switch
        {
            "request" => new Command.Request(AskBody.Read(body.GetProperty("ask"))),
            "renew" => new Command.Renew(body.Run("run"), body.Number("token"), body.Number("counter")),
            "acknowledge" => new Command.Acknowledge(body.Run("run"), body.Number("token"), body.Span("grace")),
            "end" => new Command.End(
                body.Run("run"),
                body.Number("token"),
                Words.Conclusions.Of(body.Text("conclusion"))
            )
            {
                Ago = body.SpanOrNone("ago"),
            },
            "expire" => new Command.Expire(
                body.Run("run"),
                body.Number("token"),
                body.Number("counter"),
                body.TextOrNone("deadIn") is { } domain ? new Evidence.HolderDead(domain)
                    : body.Flag("silent") ? new Evidence.ServiceSilent()
                    : new Evidence.SeenUnrenewed(body.Span("seenFor")),
                body.Flag("gone") ? Remains.Gone : Remains.Unknown
            ),
            "attest" => new Command.Attest(body.Run("run")),
            var other => throw new FormatException($"'{other}' is no command"),
        };
}
