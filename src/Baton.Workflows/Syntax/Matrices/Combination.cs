using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>One form of a job: what <c>matrix</c> is in it, in order. Values may have expressions of their own.</summary>
public sealed record Combination(IReadOnlyList<KeyValuePair<string, YamlNode>> Values)
{
    /// <summary>The value of a name, compared without case, or null.</summary>
    public YamlNode? this[string name]
    {
        get
        {
            foreach (var (key, value) in Values)
            {
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                    return value;
            }

            return null;
        }
    }
}
