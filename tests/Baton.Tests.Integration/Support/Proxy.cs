using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Tests.Integration.Support;

/// <summary>Stands between a client and a server, and cuts the line where a test wants it.</summary>
internal sealed class Proxy : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2); // a word that no message has is a fault of the test

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _server;
    private readonly SemaphoreSlim _answered = new(0);
    private Task _held = Task.CompletedTask;
    private string? _word;
    private Cut _cut;
    private TaskCompletionSource _done = new();

    public Proxy(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>
    /// Keeps back the next message to the server that has a word in it; and whoever connects meanwhile hears nothing.
    /// </summary>
    /// <returns>Done when it is here; and what lets it go.</returns>
    public (Task Here, Action LetGo) HoldAt(string word)
    {
        var letGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _held = letGo.Task;
        return (CutAt(word, Cut.Nothing), letGo.SetResult);
    }

    /// <summary>Cuts the line once, at the next message to the server that has a word in it; done when it is cut.</summary>
    public Task CutAt(string word, Cut cut)
    {
        _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (_cut, _word) = (cut, word);
        return _done.Task.WaitAsync(Longest, _end.Token);
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
        _answered.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception failure)
            when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var left = client;
        using var right = new TcpClient();
        try
        {
            await _held.WaitAsync(_end.Token);
            await right.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
            var back = BackAsync(right.GetStream(), left.GetStream());
            await ForthAsync(left.GetStream(), right.GetStream());
            right.Close();
            await back;
        }
        catch (Exception failure)
            when (failure is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of them has gone, and so goes the other.
        }
    }

    private async Task ForthAsync(NetworkStream client, NetworkStream server)
    {
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await client.ReadAsync(buffer, _end.Token)) > 0)
        {
            var isIt =
                _word is { } word
                && Encoding.Latin1.GetString(buffer, 0, count).Contains(word, StringComparison.Ordinal);
            if (!isIt)
            {
                await server.WriteAsync(buffer.AsMemory(0, count), _end.Token);
                continue;
            }
            _word = null;
            if (_cut == Cut.Nothing)
            {
                _done.TrySetResult();
                await _held.WaitAsync(_end.Token);
                await server.WriteAsync(buffer.AsMemory(0, count), _end.Token);
                continue;
            }
            if (_cut != Cut.BeforeTheServer)
                await server.WriteAsync(buffer.AsMemory(0, count), _end.Token);
            if (_cut == Cut.BeforeTheAnswer)
                await _answered.WaitAsync(_end.Token);
            _done.TrySetResult();
            return;
        }
    }

    private async Task BackAsync(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await server.ReadAsync(buffer, _end.Token)) > 0)
        {
            if (_word is null && _cut == Cut.BeforeTheAnswer && !_done.Task.IsCompleted)
            {
                _answered.Release(); // the answer is here, and goes no further
                return;
            }
            await client.WriteAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }
}
