using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Baton.Faults.Machines;

/// <summary>
/// A PostgreSQL of a test's own: made in a temporary folder, reached by a socket there and on the loopback, and ended with
/// the process that started it, however that ends: a shell beside it waits for the end of its input.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The password of its only user over the network; the socket asks for none.</summary>
    public const string Password = "open, sesame";

    /// <summary>Its only user.</summary>
    public const string User = "baton";

    private readonly string _folder;
    private readonly Process _keeper;
    private readonly string[] _place;
    private int _databases;

    private PostgresServer(string folder, int port, (Process Keeper, string[] Place) started) =>
        (_folder, Port, (_keeper, _place)) = (folder, port, started);

    /// <summary>Its port on the loopback.</summary>
    public int Port { get; }

    /// <summary>Why none can be started here; nothing where one can.</summary>
    public static string? Missing =>
        Programs() is null ? "there is no PostgreSQL server on this machine (apt-get install postgresql)"
        : Environment.IsPrivilegedProcess && !Tool.Works("setpriv", "--version")
            ? "PostgreSQL doesn't run as root, and there is no setpriv to start it as somebody else"
        : null;

    /// <summary>Makes one and starts it.</summary>
    /// <param name="durable">Whether its commits reach the disk, as a benchmark needs; a test only kills processes.</param>
    /// <param name="network">The network that it is reached by besides its socket; the loopback if none is named.</param>
    public static async Task<PostgresServer> StartAsync(
        Durability durable = Durability.OfProcesses,
        PrivateNetwork? network = null
    )
    {
        var folder = MakeFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), Password);
        if (Environment.IsPrivilegedProcess)
            Tool.Run("chown", "-R", "65534:65534", folder);
        var data = Path.Combine(folder, "data");
        var fill = $"-U {User} --auth-local=trust --auth-host=scram-sha-256 --pwfile={folder}/password";
        Sh([], $"{Tools}/initdb -D {data} {fill} --no-sync -E UTF8 --locale=C >{folder}/initdb.log 2>&1");
        if (network is not null)
            await File.AppendAllTextAsync(Path.Combine(data, "pg_hba.conf"), "host all all samenet scram-sha-256\n");
        var port = network is null ? FreePort() : 5432;
        var settings = new List<string>
        {
            $"-c unix_socket_directories={folder}",
            "-c max_connections=200",
            port is { } some
                ? $"-c listen_addresses={(network is null ? "127.0.0.1" : PrivateNetwork.Server)} -c port={some}"
                : "-c listen_addresses=",
        };
        if (durable == Durability.OfProcesses)
            settings.Add("-c fsync=off");
        var start =
            $"{Tools}/pg_ctl -D {data} -l {folder}/log -w -t 120 -o '{string.Join(' ', settings)}' start >/dev/null";
        var stop = $"{Tools}/pg_ctl -D {data} -m immediate -w stop >/dev/null 2>&1; rm -rf {folder}";
        var place = network?.AtServer ?? [];
        var keeper = Launch(place, $"{start} && echo ready; read end; {stop}");
        if (await keeper.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException(
                $"PostgreSQL doesn't start: {await File.ReadAllTextAsync(Path.Combine(folder, "log"))}"
            );
        return new PostgresServer(folder, port ?? 5432, (keeper, place));
    }

    /// <summary>Makes a database; gives its name.</summary>
    public async Task<string> MakeDatabaseAsync()
    {
        var name =
            "db" + Interlocked.Increment(ref _databases).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>The address of a database by the socket, which asks for no password.</summary>
    public string Address(string database) => $"postgres://{User}@{Uri.EscapeDataString(_folder)}:{Port}/{database}";

    /// <summary>The address of a database over the network.</summary>
    public string NetworkAddress(string database, int? port = null) =>
        $"postgres://{User}@127.0.0.1:{port ?? Port}/{database}";

    /// <summary>Runs a statement as an administrator.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = await ConnectAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A connection of an administrator.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(string database)
    {
        var connection = new NpgsqlConnection(
            $"Host={_folder};Port={Port};Username={User};Database={database};Pooling=false"
        );
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Stops it: at once, as a crash would, or in order.</summary>
    public void Stop(string mode = "immediate") => Control($"-m {mode} stop");

    /// <summary>Starts it again.</summary>
    public void StartAgain() => Control($"-l {_folder}/log -t 120 start");

    /// <summary>Stops and starts it.</summary>
    public void Restart(string mode = "immediate") => Control($"-l {_folder}/log -t 120 -m {mode} restart");

    /// <summary>Has it speak TLS from now on, with a certificate and its key; it is started again.</summary>
    public async Task SpeakTlsAsync(string certificate, string key)
    {
        foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("server.crt", certificate), ("server.key", key)])
        {
            var path = Path.Combine(_folder, "data", name);
            File.WriteAllText(path, text);
            Tool.Run("chmod", "600", path);
            if (Environment.IsPrivilegedProcess)
                Tool.Run("chown", "65534:65534", path);
        }
        await ExecuteAsync("postgres", "ALTER SYSTEM SET ssl = on");
        Restart("fast");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private static string Tools => Programs()!;

    /// <summary>Whom root starts it as has to get into the folder, and a temporary folder of root's own may let nobody in.</summary>
    private static string MakeFolder() =>
        Environment.IsPrivilegedProcess
            ? Directory.CreateDirectory($"/tmp/baton-pg-{Guid.NewGuid():N}").FullName
            : Directory.CreateTempSubdirectory("baton-pg-").FullName;

    private void Control(string what) => Sh(_place, $"{Tools}/pg_ctl -D {_folder}/data -w {what} >/dev/null 2>&1");

    private static void Sh(string[] place, string line)
    {
        using var process = Launch(place, line);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{line} ended with {process.ExitCode}");
    }

    private static Process Launch(string[] place, string line)
    {
        string[] words = Environment.IsPrivilegedProcess
            ? [.. place, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "sh", "-c", line]
            : ["sh", "-c", line];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        return Process.Start(start)!;
    }

    private static string? Programs()
    {
        const string debian = "/usr/lib/postgresql";
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var versions = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(one => one + "/bin")
            : [];
        return versions.Concat(path.Split(':')).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static int? FreePort()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null; // a machine without a loopback
        }
    }
}
