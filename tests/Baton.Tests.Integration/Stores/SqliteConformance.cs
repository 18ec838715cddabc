using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>The SQLite store does what every store must do.</summary>
public sealed class SqliteConformance : StoreConformance
{
    private readonly TestFolder _folder = new();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }

    private protected override async ValueTask<IScopeStore> OpenAsync(string scope, Retention? retention = null) =>
        await SqliteScope.OpenAsync(
            scope,
            new SqliteSettings(_folder["deeper/baton.db"], Clock)
            {
                Retention = retention ?? Retention.Default,
                Patience = TimeSpan.FromMinutes(2),
            },
            CancellationToken.None
        );
}
