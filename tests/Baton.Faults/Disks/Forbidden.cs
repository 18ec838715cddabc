using Baton.Faults.Killing;
using Baton.Faults.Machines;

namespace Baton.Faults.Disks;

/// <summary>A user may read a store and not write it. Root may write everything, so another user asks where root runs this.</summary>
/// <param name="name">What is forbidden.</param>
/// <param name="forbid">Forbids it in the store's folder.</param>
/// <param name="code">What a run ends with then.</param>
internal sealed class Forbidden(string name, Action<string> forbid, int code) : Fault
{
    private const string Nobody = "65534";
    private const UnixFileMode Reading = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        Entering = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute,
        Writing = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The database's file.</summary>
    public static readonly Forbidden File = new(
        "read-only file",
        folder => Set(Path.Combine(folder, "baton.db"), Reading),
        73
    );

    /// <summary>The folder, where nothing new can be made; what is there can be written.</summary>
    public static readonly Forbidden Folder = new("read-only folder", folder => Set(folder, Reading | Entering), 0);

    /// <summary>A folder without a store.</summary>
    public static readonly Forbidden EmptyFolder = new(
        "read-only folder without a store",
        folder =>
        {
            Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            Set(folder, Reading | Entering);
        },
        73
    );

    /// <inheritdoc/>
    public override string Name => name;

    private static string[] AsUser =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];

    /// <inheritdoc/>
    public override string? Missing =>
        AsUser is not [var setpriv, .. var rest]
        || Tool.Works(setpriv, [.. rest, .. Machine.CommandLine(), "--version"])
            ? null
            : "needs setpriv, and a program that others may start";

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        foreach (var _ in ledger.Places(1))
        {
            using var stage = new Stage();
            var folder = Path.GetDirectoryName(stage.Machine.Database)!;
            await StartAsync(stage, stage.Run("0"));
            var head = await Aftermath.HeadAsync(stage);
            forbid(folder);
            if (!System.IO.File.Exists(stage.Machine.Database))
                System.IO.File.Delete(stage.Log); // its runs were those of the store that is gone
            Own(stage.Machine.Folder);
            await SeeAsync(stage, ledger);
            Set(folder, Reading | Entering | Writing);
            if (System.IO.File.Exists(stage.Machine.Database))
                Set(stage.Machine.Database, Reading | Writing);
            if (code != 0 && head != "none" && name == File.Name)
                ledger.Expect(await Aftermath.HeadAsync(stage) == head, "what was refused changed something");
            await new Aftermath(stage, ledger, name).CheckAsync();
        }
    }

    private async Task SeeAsync(Stage stage, Ledger ledger)
    {
        var before = stage.Entries().Count;
        var run = await StartAsync(stage, stage.Run("0"));
        ledger.Expect(run.Code == code, $"run ended with {run.Code}: {run.Errors}");
        ledger.Expect(
            run.Code == 0 || run.Errors.Contains(stage.Machine.Database, StringComparison.Ordinal),
            run.Errors
        );
        ledger.Expect(run.Code == 0 || stage.Entries().Count == before, "it started all the same");
        if (!System.IO.File.Exists(stage.Machine.Database))
        {
            ledger.Sees($"exit {run.Code}, nothing was made");
            return;
        }
        var status = await StartAsync(stage, ["status"]);
        ledger.Expect(status.Code == 0, $"status ended with {status.Code}: {status.Errors}");
        ledger.Sees(run.Code == 0 ? "harmless: its files are there" : $"exit {run.Code}, status answers");
    }

    private static Task<Ended> StartAsync(Stage stage, string[] words)
    {
        string[] line = [.. AsUser, .. Machine.CommandLine(), .. words];
        stage.Machine.Variables["TMPDIR"] = stage.Machine.Folder;
        Own(stage.Machine.Folder);
        return stage.Machine.Launch(line[0], line[1..]).End();
    }

    private static void Own(string folder)
    {
        if (AsUser.Length > 0)
            Tool.Run("chown", "-R", $"{Nobody}:{Nobody}", folder);
    }

    private static void Set(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Windows has no such modes.");
        System.IO.File.SetUnixFileMode(path, mode);
    }
}
