using System.Globalization;

namespace Baton.Proof.Simulating;

/// <summary>What happened, line by line: a hash over all of it, and the last lines as they are.</summary>
internal sealed class Trace
{
    private const int Kept = 400;

    // FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): it tells runs apart, it protects nothing.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Queue<string> _tail = [];
    private ulong _hash = Offset;

    /// <summary>The hash over every line so far.</summary>
    public string Hash => _hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The last lines.</summary>
    public IReadOnlyCollection<string> Tail => _tail;

    public void Add(TimeSpan at, string who, string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds, 11:F3}  {who, -12} {what}");
        foreach (var letter in line)
            _hash = (_hash ^ letter) * Prime;
        _tail.Enqueue(line);
        if (_tail.Count > Kept)
            _tail.Dequeue();
    }
}
