using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Baton.Proof.Forging;

/// <summary>
/// A server on the loopback device that speaks as much of GitHub's REST and GraphQL as Baton uses. An answer that never
/// comes is told by a header, so that a caller in a made-up world can let its own time pass.
/// </summary>
internal sealed class FakeForge : IDisposable
{
    /// <summary>The header of an answer that never comes.</summary>
    public const string Hangs = "x-never-comes";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, FakeRepository> _repositories = new(StringComparer.OrdinalIgnoreCase);

    public FakeForge()
    {
        _listener.Start();
        new Thread(Listen) { IsBackground = true }.Start();
    }

    /// <summary>The address of its REST interface.</summary>
    public string Url =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The only token that it knows.</summary>
    public string Token { get; init; } = "a-token";

    /// <summary>The calls that came, as method and path, with the status of their answers.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Adds a repository whose clock is somebody's.</summary>
    public FakeRepository Add(string name, Func<TimeSpan> clock) => _repositories[name] = new(name, clock);

    /// <summary>Forgets a repository.</summary>
    public void Remove(string name) => _repositories.TryRemove(name, out _);

    public void Dispose() => _listener.Dispose();

    private void Listen()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptTcpClient();
                new Thread(() => Serve(client)) { IsBackground = true }.Start();
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was disposed.
        }
    }

    private void Serve(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                using var stream = new BufferedStream(client.GetStream(), 16 * 1024);
                while (Read(stream) is { } call)
                {
                    var answer = Answer(call);
                    Calls.Enqueue($"{call.Method} {call.Path} {answer.Status}");
                    if (answer.Breaks)
                        return;
                    Write(stream, answer, _repositories.GetValueOrDefault(RepositoryOf(call) ?? ""));
                }
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            // The client left.
        }
    }

    private FakeAnswer Answer(FakeCall call)
    {
        if (RepositoryOf(call) is not { } name || !_repositories.TryGetValue(name, out var repository))
            return FakeAnswer.Saying(404, "Not Found");
        if (call.Token is not null && call.Token != Token)
            return FakeAnswer.Saying(401, "Bad credentials");
        lock (repository.Gate)
            return Troubled(repository.Trouble(call.Method, call.Path), () => Sound(call, repository));
    }

    private static FakeAnswer Troubled(ForgeTrouble trouble, Func<FakeAnswer> answer) =>
        trouble switch
        {
            ForgeTrouble.None => answer(),
            ForgeTrouble.FailsBefore => FakeAnswer.Saying(500, "Server Error"),
            ForgeTrouble.HangsBefore => FakeAnswer.Saying(504, "") with { Hangs = true },
            ForgeTrouble.Limited => FakeAnswer.Saying(429, "You have exceeded a secondary rate limit.") with
            {
                Headers = [("Retry-After", "7")],
            },
            ForgeTrouble.LimitedVaguely => FakeAnswer.Saying(403, "You have exceeded a secondary rate limit."),
            ForgeTrouble.Forbids => FakeAnswer.Saying(403, "Resource not accessible by integration"),
            ForgeTrouble.FailsAfter => Done(answer, FakeAnswer.Saying(502, "Server Error")),
            ForgeTrouble.HangsAfter => Done(answer, FakeAnswer.Saying(504, "") with { Hangs = true }),
            ForgeTrouble.BreaksAfter => Done(answer, FakeAnswer.Saying(0, "") with { Breaks = true }),
            _ => throw new System.Diagnostics.UnreachableException(trouble.ToString()),
        };

    private static FakeAnswer Done(Func<FakeAnswer> deed, FakeAnswer told)
    {
        deed();
        return told;
    }

    private FakeAnswer Sound(FakeCall call, FakeRepository repository)
    {
        var routes = new FakeRoutes(repository, Url);
        return call.Path == "/graphql"
            ? routes.Linked(call.Body!["variables"]!["number"]!.GetValue<long>())
            : routes.Answer(call, string.Join('/', call.Path.Split('/').Skip(4)));
    }

    private static string? RepositoryOf(FakeCall call) =>
        call.Path == "/graphql" ? $"{call.Body?["variables"]?["owner"]}/{call.Body?["variables"]?["name"]}"
        : call.Path.Split('/') is ["", "repos", var owner, var name, ..] ? $"{owner}/{name}"
        : null;

    private static FakeCall? Read(Stream stream)
    {
        if (Line(stream) is not { Length: > 0 } first)
            return null;
        var (length, token) = (0, (string?)null);
        while (Line(stream) is { Length: > 0 } header)
        {
            var (name, value) = (
                header[..header.IndexOf(':', StringComparison.Ordinal)],
                header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            );
            if (name.Equals("content-length", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(value, CultureInfo.InvariantCulture);
            else if (name.Equals("authorization", StringComparison.OrdinalIgnoreCase))
                token = value.Split(' ')[^1];
        }
        var body = new byte[length];
        stream.ReadExactly(body);
        var (method, target) = (first.Split(' ')[0], first.Split(' ')[1]);
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new(
            method,
            query < 0 ? target : target[..query],
            query < 0 ? "" : target[(query + 1)..],
            length == 0 ? null : JsonNode.Parse(body),
            token
        );
    }

    private static string? Line(Stream stream)
    {
        var line = new StringBuilder();
        for (int read; (read = stream.ReadByte()) >= 0; )
            if (read == '\n')
                return line.ToString().TrimEnd('\r');
            else
                line.Append((char)read);
        return null;
    }

    private static void Write(Stream stream, FakeAnswer answer, FakeRepository? repository)
    {
        var body = answer.Body is null ? [] : Encoding.UTF8.GetBytes(answer.Body.ToJsonString());
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Answer\r\n");
        var date = FakeJson.Moment(repository?.Time ?? TimeSpan.Zero).ToString("r", CultureInfo.InvariantCulture);
        head.Append(CultureInfo.InvariantCulture, $"Date: {date}\r\nContent-Type: application/json; charset=utf-8\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (answer.Hangs)
            head.Append(Hangs).Append(": 1\r\n");
        stream.Write(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        stream.Write(body);
        stream.Flush();
    }
}
