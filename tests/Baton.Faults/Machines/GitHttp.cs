using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Faults.Machines;

/// <summary>git's own http backend on a port of the loopback device that nobody else has.</summary>
public sealed class GitHttp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _root;
    private readonly string _backend;

    private GitHttp(string root, string backend)
    {
        (_root, _backend) = (root, backend);
        _listener.Start();
        new Thread(Listen) { IsBackground = true }.Start();
    }

    /// <summary>Serves the repositories of a folder; nothing where git has no http backend.</summary>
    public static GitHttp? Serve(string root)
    {
        using var asked = Process.Start(new ProcessStartInfo("git", "--exec-path") { RedirectStandardOutput = true })!;
        var backend = Path.Combine(asked.StandardOutput.ReadToEnd().Trim(), "git-http-backend");
        asked.WaitForExit();
        return File.Exists(backend) ? new(root, backend) : null;
    }

    /// <summary>What a client must say of itself (the whole header, <c>Basic …</c> or <c>Bearer …</c>); nothing for anybody.</summary>
    public string? Authorization { get; set; }

    /// <summary>Whether it cuts the line instead of answering a push that it has done.</summary>
    public Func<bool>? CutsAnswer { get; set; }

    /// <summary>Its address; a repository is a path below it.</summary>
    public string Url =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Listen()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptTcpClient();
                new Thread(() => Answer(client)) { IsBackground = true }.Start();
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was disposed.
        }
    }

    private void Answer(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var (line, headers) = Head(stream);
                if (headers.ContainsKey("expect"))
                    stream.Write("HTTP/1.1 100 Continue\r\n\r\n"u8);
                var body = Body(stream, headers);
                if (Authorization is { } expected && headers.GetValueOrDefault("authorization") != expected)
                {
                    stream.Write(Unknown);
                    return;
                }
                var answer = Backend(line, headers, body);
                if (!line[1].EndsWith("/git-receive-pack", StringComparison.Ordinal) || CutsAnswer?.Invoke() != true)
                    stream.Write(answer);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            // The client left, as one does that was killed.
        }
    }

    private static ReadOnlySpan<byte> Unknown =>
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8;

    private byte[] Backend(string[] line, Dictionary<string, string> headers, byte[] body)
    {
        var target = line[1].Split('?', 2);
        var start = new ProcessStartInfo(_backend)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_PROJECT_ROOT"] = _root;
        start.Environment["GIT_HTTP_EXPORT_ALL"] = "1";
        start.Environment["REQUEST_METHOD"] = line[0];
        start.Environment["PATH_INFO"] = Uri.UnescapeDataString(target[0]);
        start.Environment["QUERY_STRING"] = target.Length > 1 ? target[1] : "";
        start.Environment["CONTENT_TYPE"] = headers.GetValueOrDefault("content-type", "");
        start.Environment["CONTENT_LENGTH"] = body.Length.ToString(CultureInfo.InvariantCulture);
        start.Environment["GIT_PROTOCOL"] = headers.GetValueOrDefault("git-protocol", "");
        start.Environment["REMOTE_USER"] = "tester";
        start.Environment["REMOTE_ADDR"] = "127.0.0.1";
        if (headers.GetValueOrDefault("content-encoding") is { Length: > 0 } coding)
            start.Environment["HTTP_CONTENT_ENCODING"] = coding;
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var fed = Task.Run(() =>
        {
            try
            {
                process.StandardInput.BaseStream.Write(body);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It reads no more.
            }
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        fed.GetAwaiter().GetResult();
        return Http(output.ToArray());
    }

    /// <summary>From what a CGI program says to what an http server says.</summary>
    private static byte[] Http(byte[] cgi)
    {
        var end = cgi.AsSpan().IndexOf("\r\n\r\n"u8);
        var head = end < 0 ? "" : Encoding.ASCII.GetString(cgi, 0, end);
        var body = end < 0 ? [] : cgi[(end + 4)..];
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToList();
        var status =
            lines.Find(line => line.StartsWith("Status: ", StringComparison.Ordinal))?["Status: ".Length..] ?? "200 OK";
        lines.RemoveAll(line => line.StartsWith("Status: ", StringComparison.Ordinal));
        lines.Insert(0, $"HTTP/1.1 {status}");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"));
        lines.Add("Date: " + DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture));
        lines.Add("Connection: close");
        return [.. Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"), .. body];
    }

    private static (string[] Line, Dictionary<string, string> Headers) Head(Stream stream)
    {
        var line = ReadLine(stream).Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (ReadLine(stream) is { Length: > 0 } header && header.Split(':', 2) is [var name, var value])
            headers[name] = value.Trim();
        return line.Length == 3 ? (line, headers) : throw new IOException("no request came");
    }

    private static byte[] Body(Stream stream, Dictionary<string, string> headers)
    {
        if (!headers.GetValueOrDefault("transfer-encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase))
            return Bytes(
                stream,
                int.Parse(headers.GetValueOrDefault("content-length", "0"), CultureInfo.InvariantCulture)
            );
        using var body = new MemoryStream();
        while (
            int.Parse(ReadLine(stream), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var length
            && length > 0
        )
        {
            body.Write(Bytes(stream, length));
            _ = ReadLine(stream);
        }

        _ = ReadLine(stream);
        return body.ToArray();
    }

    private static byte[] Bytes(Stream stream, int length)
    {
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        while (stream.ReadByte() is var next && next >= 0 && next != '\n')
            line.Append((char)next);
        return line.ToString().TrimEnd('\r');
    }
}
