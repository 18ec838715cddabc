using Baton.Cli;

namespace Baton.Tests.Support;

/// <summary>A place to call the program from without a process: variables, a folder, and what it wrote.</summary>
internal sealed class Desk : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter complaints = new() { NewLine = "\n" };

    public Desk()
    {
        Folder = Directory.CreateTempSubdirectory("baton-desk-").FullName;
        Variables["HOME"] = Folder;
    }

    public string Folder { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Output => output.ToString();

    public string Complaints => complaints.ToString();

    public Surroundings Surroundings =>
        new()
        {
            Variable = name => Variables.GetValueOrDefault(name),
            Variables = () => Variables,
            Folder = Folder,
            Output = new(() => output),
            Complaints = new(() => complaints),
            Clock = TimeProvider.System,
            Chance = () => new byte[10],
        };

    /// <summary>Writes a file in the folder.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        output.Dispose();
        complaints.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
