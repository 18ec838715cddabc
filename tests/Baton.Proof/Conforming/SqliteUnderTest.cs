using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;

namespace Baton.Proof.Conforming;

/// <summary>SQLite, in a folder of its own.</summary>
internal sealed class SqliteUnderTest(TimeProvider time) : IStoreUnderTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-conformance-");

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <inheritdoc/>
    public async ValueTask<ITendedScope> OpenAsync(string scope, CancellationToken cancellation) =>
        await SqliteScope
            .OpenAsync(
                scope,
                new SqliteSettings(Path.Combine(_folder.FullName, "baton.db"), new MachineClock(new BootClock(time)))
                {
                    Patience = TimeSpan.FromMinutes(5),
                },
                cancellation
            )
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(true);
        return ValueTask.CompletedTask;
    }
}
