using Baton.Proof.Simulating;

namespace Baton.Proof.Forging;

/// <summary>
/// How a process of a made-up world reaches a forge: over a real socket, but in the world's time. While it speaks nothing
/// else happens there, so a seed gives the same world although a real server answers.
/// </summary>
internal sealed class ForgeDoor(SimulatedProcess process, HttpMessageHandler sockets) : HttpMessageHandler
{
    /// <summary>Told before each call, so that a process can be killed there.</summary>
    public Action<string> Before { get; init; } = _ => { };

    /// <summary>Told after each call.</summary>
    public Action<string> After { get; init; } = _ => { };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        await process.PauseAsync(process.World.Brief(), cancellationToken);
        var what = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        Before(what);
        if (!process.IsAlive)
            await NeverAsync();
        var response = Send(request);
        After(what);
        if (!process.IsAlive)
            await NeverAsync();
        if (response.Headers.Contains(FakeForge.Hangs))
        {
            response.Dispose();
            await process.PauseAsync(TimeSpan.FromHours(1), cancellationToken);
        }
        await process.PauseAsync(process.World.Brief(), cancellationToken);
        return response;
    }

    // Whatever is read later is read already: nothing waits for a real socket outside of this call.
    private HttpResponseMessage Send(HttpRequestMessage request)
    {
        using var invoker = new HttpMessageInvoker(sockets, disposeHandler: false);
        var response = invoker.Send(request, CancellationToken.None);
        using var body = new MemoryStream();
        response.Content.ReadAsStream().CopyTo(body);
        var content = new ByteArrayContent(body.ToArray());
        foreach (var header in response.Content.Headers)
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content.Dispose();
        response.Content = content;
        return response;
    }

    // A process that was killed never comes back to its code.
    private static Task NeverAsync() => new TaskCompletionSource().Task;
}
