using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// Says where SQLite's own library is: beside the program. The runtime's search for it by name asks the dynamic linker
/// first, which looks into every folder that it knows: 500 system calls at each start.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>Call it once, before anything of SQLite is. Where the library isn't beside the program the runtime searches as ever.</summary>
    public static void Find() =>
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => NativeLibrary.TryLoad(PathOf(name), out var library) ? library : 0
        );

    private static string PathOf(string name)
    {
        var file =
            OperatingSystem.IsWindows() ? $"{name}.dll"
            : OperatingSystem.IsMacOS() ? $"lib{name}.dylib"
            : $"lib{name}.so";
        return Path.Combine(AppContext.BaseDirectory, file);
    }
}
