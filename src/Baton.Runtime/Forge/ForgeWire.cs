using System.Net.Http.Headers;
using System.Text.Json;
using Baton.Runtime.Wording;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Forge;

/// <summary>
/// Sends calls to the service, one after another, and tells how each failed. What may pass is tried again for as long as
/// there is time, and no sooner than the service allows; what doubles when it is done twice is sent once, and left to the
/// caller. Nothing is sent to another host than the one that was named.
/// </summary>
/// <param name="client">Sends; follows no redirects.</param>
/// <param name="token">Goes with each call; none for what is public.</param>
/// <param name="clock">Measures the bounds.</param>
internal sealed class ForgeWire(HttpClient client, ForgeToken? token, TimeProvider clock)
{
    private const int MostRedirects = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>How long one answer is waited for.</summary>
    public static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(20);

    /// <summary>How long a call is tried, all its rounds and pauses together.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Told before a pause, what is waited for and how long.</summary>
    public Action<string> OnPause { get; init; } = _ => { };

    /// <summary>Sends a call until it is answered or refused.</summary>
    /// <exception cref="ForgeException">It was not done, or nobody knows.</exception>
    public async ValueTask<ForgeAnswer> SendAsync(ForgeCall call, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        for (var round = 1; ; round++)
        {
            var (answer, failure) = await TryAsync(call, round, cancellation).ConfigureAwait(false);
            if (answer is not null)
                return answer;
            var pause = failure!.Pause ?? FirstPause * Math.Pow(2, Math.Min(round, 6) - 1);
            if (
                !failure.MayPass
                || call.Repeating == Repeating.Doubles
                || clock.GetElapsedTime(began) + pause > Patience
            )
                throw failure;
            OnPause($"{failure.Message}; it is tried again in {Spans.Of(pause)}");
            await Task.Delay(pause, clock, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<(ForgeAnswer?, ForgeException?)> TryAsync(
        ForgeCall call,
        int round,
        CancellationToken cancellation
    )
    {
        using var bound = new CancellationTokenSource(OneAnswer, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, bound.Token);
        try
        {
            using var response = await FollowAsync(call, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? (new ForgeAnswer(body, Next(call, response), response.Headers.Date), null)
                : (null, FailureOf(call, response, body, round));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var message = $"can't {call.Deed}: {Host(call)} did not answer within {Spans.Of(OneAnswer)}";
            return (null, new(ForgeFault.TimedOut, message) { MayHaveApplied = Writes(call), MayPass = true });
        }
        catch (HttpRequestException broken)
        {
            // Who was never reached has done nothing.
            var isSent =
                broken.HttpRequestError
                is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError);
            var message = $"can't {call.Deed}: {Host(call)} can't be reached: {OneLine.Of(broken.Message, 300)}";
            return (
                null,
                new(ForgeFault.Unreachable, message, broken) { MayHaveApplied = isSent && Writes(call), MayPass = true }
            );
        }
    }

    private async ValueTask<HttpResponseMessage> FollowAsync(ForgeCall call, CancellationToken cancellation)
    {
        var address = call.Address;
        for (var redirects = 0; ; redirects++)
        {
            using var request = RequestOf(call, address);
            var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
            var isMoved =
                (int)response.StatusCode is 301 or 302 or 307 or 308
                && call.Method == HttpMethod.Get
                && redirects < MostRedirects;
            if (!isMoved || Same(call.Address, response.Headers.Location) is not { } next)
                return response;
            response.Dispose();
            address = next;
        }
    }

    private HttpRequestMessage RequestOf(ForgeCall call, Uri address)
    {
        var request = new HttpRequestMessage(call.Method, address);
        request.Headers.UserAgent.ParseAdd("baton");
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        if (call.Body is { } body)
            request.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            };
        return request;
    }

    private static ForgeException FailureOf(ForgeCall call, HttpResponseMessage response, byte[] body, int round)
    {
        var (status, says) = (response.StatusCode, Says(body));
        if (Throttle.Of(status, Header, says, round) is { } pause)
            return new(ForgeFault.RateLimited, $"can't {call.Deed}: {Host(call)} has been asked too much ({says})")
            {
                MayPass = true,
                Pause = pause,
            };
        var code = $"{(int)status}{(says.Length > 0 ? $", {says}" : "")}";
        var (fault, why) = (int)status switch
        {
            401 => (ForgeFault.Unauthorized, $"the token is not accepted ({code})"),
            403 => (ForgeFault.Forbidden, $"the token lacks the permission {call.Permission} ({code})"),
            404 or 410 => (
                ForgeFault.NotFound,
                $"it isn't there, or the token may not see it, for which it needs {call.Permission} ({code})"
            ),
            >= 500 => (ForgeFault.Failing, $"{Host(call)} fails ({code})"),
            _ => (ForgeFault.Refused, $"{Host(call)} refuses ({code})"),
        };
        var isFailing = fault == ForgeFault.Failing;
        return new(fault, $"can't {call.Deed}: {why}")
        {
            MayHaveApplied = isFailing && Writes(call),
            MayPass = isFailing,
            Pause = isFailing ? Throttle.After(Header) : null,
        };

        string? Header(string name) =>
            response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
    }

    private static string Says(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String
                ? OneLine.Of(message.GetString()!, 300)
                : "";
        }
        catch (JsonException)
        {
            return ""; // a page of some proxy
        }
    }

    private static Uri? Next(ForgeCall call, HttpResponseMessage response)
    {
        var link = response.Headers.TryGetValues("Link", out var values) ? string.Join(", ", values) : null;
        if (PageLink.Next(link) is not { } text)
            return null;
        var next = Uri.TryCreate(call.Address, text, out var address) ? Same(call.Address, address) : null;
        return next
            ?? throw new ForgeException(
                ForgeFault.Unreadable,
                $"can't {call.Deed}: {Host(call)} names a next page elsewhere, {OneLine.Quoted(text)}"
            );
    }

    /// <summary>An address on the host that was named, else nothing: the token is for that host alone.</summary>
    private static Uri? Same(Uri named, Uri? address)
    {
        if (address is null)
            return null;
        var whole = address.IsAbsoluteUri ? address : new Uri(named, address);
        return whole.Scheme == named.Scheme && whole.Authority == named.Authority ? whole : null;
    }

    private static bool Writes(ForgeCall call) => call.Method != HttpMethod.Get;

    private static string Host(ForgeCall call) => call.Address.Authority;
}
