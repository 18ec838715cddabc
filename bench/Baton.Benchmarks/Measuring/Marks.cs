using System.Collections.Concurrent;
using System.Diagnostics;

namespace Baton.Benchmarks.Measuring;

/// <summary>
/// When sections began and ended: a section writes one letter into a pipe, a thread here reads it and looks at the clock.
/// </summary>
internal sealed class Marks : IDisposable
{
    /// <summary>The shell's line of a section: `s` when it begins, a pause, `e` as the last thing that it does.</summary>
    public const string Section = "echo s >\"$1\"; sleep \"$2\"; echo e >\"$1\"";

    private readonly BlockingCollection<(char Letter, long At)> _marks = [];
    private readonly FileStream _pipe;

    public Marks(string folder)
    {
        Path = System.IO.Path.Combine(folder, $"marks-{Guid.NewGuid():N}");
        Pipes.Make(Path);
        _pipe = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
        new Thread(Read)
        {
            IsBackground = true,
            Name = "marks",
            Priority = ThreadPriority.Highest,
        }.Start();
    }

    /// <summary>The pipe, for sections to write to.</summary>
    public string Path { get; }

    /// <summary>The words of a section that takes a while.</summary>
    public IReadOnlyList<string> Words(string seconds) => ["sh", "-c", Section, "sh", Path, seconds];

    /// <summary>Waits for the next mark; none if there is none in time.</summary>
    public (char Letter, long At)? Next(TimeSpan bound) => _marks.TryTake(out var mark, bound) ? mark : null;

    public void Dispose()
    {
        using (var last = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0))
            last.WriteByte((byte)'.');
        File.Delete(Path);
    }

    private void Read()
    {
        var letters = new byte[64];
        while (true)
        {
            var count = _pipe.Read(letters);
            var at = Stopwatch.GetTimestamp();
            foreach (var letter in letters.AsSpan(0, count))
                if (letter == '.')
                {
                    _pipe.Dispose();
                    return;
                }
                else if (letter != '\n')
                    _marks.Add(((char)letter, at));
        }
    }
}
