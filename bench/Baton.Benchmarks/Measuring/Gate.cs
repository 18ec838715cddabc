namespace Baton.Benchmarks.Measuring;

/// <summary>Keeps a section from ending until it is opened.</summary>
internal sealed class Gate : IDisposable
{
    private readonly string _path;

    public Gate(string folder)
    {
        _path = Path.Combine(folder, $"gate-{Guid.NewGuid():N}");
        Pipes.Make(_path);
    }

    /// <summary>The words of a section that ends when the gate is opened.</summary>
    public IReadOnlyList<string> Words(string marks) =>
        ["sh", "-c", "echo s >\"$1\"; read line <\"$2\"; echo e >\"$1\"", "sh", marks, _path];

    /// <summary>Opens it.</summary>
    public void Open()
    {
        using var pipe = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
        pipe.WriteByte((byte)'\n');
    }

    public void Dispose() => File.Delete(_path);
}
