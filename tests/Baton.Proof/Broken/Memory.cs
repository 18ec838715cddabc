using System.Globalization;

namespace Baton.Proof.Broken;

/// <summary>What the actors of a design share and know, by name; what was never written is 0.</summary>
internal sealed class Memory
{
    private readonly SortedDictionary<string, int> _figures;

    public Memory()
        : this(new(StringComparer.Ordinal)) { }

    private Memory(SortedDictionary<string, int> figures) => _figures = figures;

    /// <summary>What has just happened, where the act alone doesn't tell.</summary>
    public string? Says { get; set; }

    /// <summary>Whether the actor that has just acted is through with its part.</summary>
    public bool Over { get; set; }

    public int this[string name]
    {
        get => _figures.GetValueOrDefault(name);
        set
        {
            if (value == 0)
                _figures.Remove(name);
            else
                _figures[name] = value;
        }
    }

    public Memory Copy() => new(new(_figures, StringComparer.Ordinal));

    /// <summary>Says what has happened, and that the actor has nothing more to do.</summary>
    public void End(string says) => (Says, Over) = (says, true);

    public override string ToString() =>
        string.Join(
            ' ',
            _figures.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key}={each.Value}"))
        );
}
