using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Forge;

/// <summary>
/// The few things that Baton asks of the service that has the repository. What it reads may be minutes old, and an answer
/// that is lost doesn't say whether the thing was done: so nothing here is a lock, and what can't be done twice is left
/// to the caller as soon as it may have been done.
/// </summary>
public sealed partial class ForgeClient : IDisposable
{
    private const int PerPage = 100,
        MostPages = 100;
    private const int LargestAnswer = 16 * 1024 * 1024;

    private readonly HttpClient _client;
    private readonly ForgeWire _wire;

    /// <summary>Opens a client; nothing is sent yet.</summary>
    /// <param name="place">Where the service is.</param>
    /// <param name="token">What it knows us by; none for what is public.</param>
    /// <param name="clock">Measures how long is waited.</param>
    public ForgeClient(ForgePlace place, ForgeToken? token, TimeProvider clock)
        : this(place, token, clock, HandlerFor(place)) { }

    /// <summary>The same over another way of sending, which goes with the client.</summary>
    public ForgeClient(ForgePlace place, ForgeToken? token, TimeProvider clock, HttpMessageHandler handler)
    {
        Place = place;
        _client = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan, // bounded by the clock that was given
            MaxResponseContentBufferSize = LargestAnswer,
        };
        _wire = new ForgeWire(_client, token, clock) { OnPause = line => OnPause(line) };
        HasToken = token is not null;
    }

    /// <summary>Where the service is.</summary>
    public ForgePlace Place { get; }

    /// <summary>Whether calls carry a token; without one nothing can be written, and what is private can't be seen.</summary>
    public bool HasToken { get; }

    /// <summary>Told before a pause, what is waited for and how long.</summary>
    public Action<string> OnPause { get; set; } = _ => { };

    /// <summary>Ends it.</summary>
    public void Dispose() => _client.Dispose();

    /// <summary>How the service is reached: by the proxy of the environment, but never for what is on this machine.</summary>
    public static HttpMessageHandler HandlerFor(ForgePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = !place.Api.IsLoopback,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
    }

    // A part of a path stays one part, whatever it is made of.
    private Uri Repo(string rest) =>
        new($"{Place.Api.AbsoluteUri.TrimEnd('/')}/repos/{Part(Place.Owner)}/{Part(Place.Name)}/{rest}");

    private static string Part(string text) => Uri.EscapeDataString(text);

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ValueTask<ForgeAnswer> GetAsync(Uri at, string deed, string permission, CancellationToken cancellation) =>
        _wire.SendAsync(new(HttpMethod.Get, at) { Deed = deed, Permission = permission }, cancellation);

    private async ValueTask<IReadOnlyList<T>> PagesAsync<T>(
        (Uri At, string Deed, string Permission) what,
        JsonTypeInfo<IReadOnlyList<T>> shape,
        CancellationToken cancellation
    )
    {
        var all = new List<T>();
        var at = what.At;
        for (var page = 0; at is not null; page++)
        {
            if (page == MostPages)
                throw new ForgeException(
                    ForgeFault.Unreadable,
                    $"can't {what.Deed}: there are more than {MostPages} pages"
                );
            var answer = await GetAsync(at, what.Deed, what.Permission, cancellation).ConfigureAwait(false);
            all.AddRange(Read(answer, shape, what.Deed));
            at = answer.Next;
        }
        return all;
    }

    private static T Read<T>(ForgeAnswer answer, JsonTypeInfo<T> shape, string deed)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, shape) ?? throw new JsonException("it is null");
        }
        catch (JsonException broken)
        {
            throw new ForgeException(
                ForgeFault.Unreadable,
                $"can't {deed}: the answer can't be read: {OneLine.Of(broken.Message, 300)}",
                broken
            );
        }
    }

    private async ValueTask<ForgeAnswer> SendAsync<T>(
        ForgeCall call,
        T body,
        JsonTypeInfo<T> shape,
        CancellationToken cancellation
    ) =>
        await _wire
            .SendAsync(call with { Body = JsonSerializer.SerializeToUtf8Bytes(body, shape) }, cancellation)
            .ConfigureAwait(false);
}
