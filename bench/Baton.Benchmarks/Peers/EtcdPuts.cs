using System.Text;

namespace Baton.Benchmarks.Peers;

/// <summary>Durable writes to etcd by its HTTP gateway, over connections that stay open.</summary>
internal sealed class EtcdPuts(string address) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri(address) };

    /// <summary>What writes one key once.</summary>
    public Func<Task> Of(int caller)
    {
        var key = Convert.ToBase64String(Encoding.UTF8.GetBytes($"bench-{caller}"));
        var body = $$"""{"key":"{{key}}","value":"{{Convert.ToBase64String(new byte[64])}}"}""";
        return async () =>
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _client
                .PostAsync(new Uri("/v3/kv/put", UriKind.Relative), content)
                .ConfigureAwait(false);
            answer.EnsureSuccessStatusCode();
        };
    }

    public void Dispose() => _client.Dispose();
}
