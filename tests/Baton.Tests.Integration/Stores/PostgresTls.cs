using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Postgres;

namespace Baton.Tests.Integration.Stores;

/// <summary>TLS as the address says, with certificates made here.</summary>
public sealed class PostgresTls : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-tls-");
    private PostgresServer? _server;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        _server = await PostgresServer.StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_without_it_is_refused_where_it_is_required()
    {
        (await FailAsync("sslmode=require")).Fault.ShouldBe(StoreFault.Unsuitable);
        (await SpeaksTlsAsync("sslmode=prefer")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_right_certificate_is_trusted_in_every_mode_and_a_stranger_only_where_nobody_looks()
    {
        var root = await ServeAsync(names => names.AddIpAddress(IPAddress.Loopback));
        (await SpeaksTlsAsync("sslmode=require")).ShouldBeTrue();
        (await SpeaksTlsAsync($"sslmode=verify-ca&sslrootcert={root}")).ShouldBeTrue();
        (await SpeaksTlsAsync($"sslmode=verify-full&sslrootcert={root}")).ShouldBeTrue();
        var stranger = Write("stranger.crt", Certificate(names => names.AddIpAddress(IPAddress.Loopback)).Public);
        foreach (var trusting in (string[])["sslmode=verify-full", $"sslmode=verify-ca&sslrootcert={stranger}"])
        {
            var fault = await FailAsync(trusting);
            fault.Fault.ShouldBe(StoreFault.Unsuitable);
            fault.Message.ShouldContain("sslrootcert");
        }
    }

    [Fact]
    public async Task A_certificate_of_another_host_is_refused_where_the_name_counts()
    {
        var root = await ServeAsync(names => names.AddDnsName("elsewhere.example"));
        (await SpeaksTlsAsync($"sslmode=verify-ca&sslrootcert={root}")).ShouldBeTrue();
        (await FailAsync($"sslmode=verify-full&sslrootcert={root}")).Fault.ShouldBe(StoreFault.Unsuitable);
    }

    private async Task<string> ServeAsync(Action<SubjectAlternativeNameBuilder> named)
    {
        var (certificate, key) = Certificate(named);
        await _server!.SpeakTlsAsync(certificate, key);
        return Write("root.crt", certificate);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (string Public, string Key) Certificate(Action<SubjectAlternativeNameBuilder> named)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=baton test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        named(names);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(7));
        return (made.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Opens a store, and asks the server whether any session of Baton's speaks TLS.</summary>
    private async Task<bool> SpeaksTlsAsync(string query)
    {
        await using var open = await OpenAsync(query);
        await using var connection = await _server!.ConnectAsync("postgres");
        await using var command = new Npgsql.NpgsqlCommand(
            "SELECT bool_or(s.ssl) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.application_name = 'baton'",
            connection
        );
        return await command.ExecuteScalarAsync() is true;
    }

    private async Task<StoreException> FailAsync(string query) =>
        await Should.ThrowAsync<StoreException>(async () => await (await OpenAsync(query)).DisposeAsync());

    private ValueTask<PostgresScope> OpenAsync(string query) =>
        PostgresScope.OpenAsync(
            "acme/shop",
            new PostgresSettings(
                PostgresAddress.Parse($"{_server!.NetworkAddress("postgres")}?{query}"),
                TimeProvider.System
            )
            {
                Password = PostgresServer.Password,
                Patience = TimeSpan.FromMinutes(2),
                FirstPatience = TimeSpan.Zero,
            },
            CancellationToken.None
        );
}
