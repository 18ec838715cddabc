using System.Globalization;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Cli;

/// <summary>
/// A step that uses the action, as the runner does it: the main script, later the post script with the state that the main
/// one noted, each with files of the runner's own.
/// </summary>
/// <param name="Code">The exit code of the main script.</param>
/// <param name="Said">What it said.</param>
internal sealed record ActionStep(int Code, string Said)
{
    private readonly Func<string, IReadOnlyDictionary<string, string>, Task<ActionStep>> _post = null!;

    private ActionStep(int code, string said, Func<string, IReadOnlyDictionary<string, string>, Task<ActionStep>> post)
        : this(code, said) => _post = post;

    /// <summary>Whether this machine can run it.</summary>
    public static bool IsThereNode { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, "node")));

    public IReadOnlyDictionary<string, string> Outputs { get; private init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> State { get; private init; } = new Dictionary<string, string>();

    public string Summary { get; private init; } = "";

    public string Output(string name) => Outputs.GetValueOrDefault(name, "");

    /// <summary>Runs the post script; the runner works the inputs out once more, so the status is the job's then.</summary>
    public Task<ActionStep> Post(string status) => _post(status, State);

    public static async Task<ActionStep> Run(
        Machine machine,
        string number,
        IReadOnlyDictionary<string, string> variables,
        (string Name, string Value)[] inputs
    )
    {
        var given = new Dictionary<string, string>(variables)
        {
            ["INPUT_VERB"] = "gate",
            ["INPUT_PROGRAM"] = Program(machine),
        };
        foreach (var (name, value) in inputs)
            given[$"INPUT_{name.ToUpperInvariant()}"] = value;
        var main = await Script(machine, "main.js", $"{number}-main", given);
        return new(
            main.Code,
            main.Said,
            (status, state) =>
            {
                var later = new Dictionary<string, string>(given) { ["INPUT_STATUS"] = status };
                foreach (var (name, value) in state)
                    later[$"STATE_{name}"] = value;
                return Script(machine, "post.js", $"{number}-post", later);
            }
        )
        {
            Outputs = main.Outputs,
            State = main.State,
            Summary = main.Summary,
        };
    }

    private static async Task<ActionStep> Script(
        Machine machine,
        string script,
        string name,
        Dictionary<string, string> variables
    )
    {
        foreach (var file in (string[])["OUTPUT", "STATE", "ENV", "STEP_SUMMARY"])
        {
            variables[$"GITHUB_{file}"] = machine.At($"{file}-{name}");
            await File.WriteAllTextAsync(variables[$"GITHUB_{file}"], "");
        }
        var ended = await machine.LaunchWith(variables, "node", Path.Combine(SourceTree.Root, "action", script)).End();
        return new(ended.Code, $"{ended.Output}\n{ended.Errors}")
        {
            Outputs = Read(variables["GITHUB_OUTPUT"]),
            State = Read(variables["GITHUB_STATE"]),
            Summary = await File.ReadAllTextAsync(variables["GITHUB_STEP_SUMMARY"]),
        };
    }

    // NAME<<MARK, the value's lines, MARK: as actions/runner reads them.
    private static Dictionary<string, string> Read(string path)
    {
        var (values, lines) = (new Dictionary<string, string>(), File.ReadAllLines(path));
        for (var at = 0; at < lines.Length; at++)
        {
            var cut = lines[at].IndexOf("<<", StringComparison.Ordinal);
            cut.ShouldBeGreaterThan(0, lines[at]);
            var (name, mark, value) = (lines[at][..cut], lines[at][(cut + 2)..], new List<string>());
            while (lines[++at] != mark)
                value.Add(lines[at]);
            values[name] = string.Join('\n', value);
        }
        return values;
    }

    // Where the program isn't published, one word starts it all the same.
    private static string Program(Machine machine)
    {
        var words = Machine.CommandLine();
        if (words.Length == 1)
            return words[0];
        var path = machine.At("baton");
        if (!File.Exists(path))
        {
            File.WriteAllText(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"#!/bin/sh\nexec {string.Join(' ', words.Select(word => $"'{word}'"))} \"$@\"\n"
                )
            );
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return path;
    }
}
