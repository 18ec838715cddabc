namespace Baton.Workflows.Templates;

/// <summary>Where templates find their fields.</summary>
public interface IFieldSource
{
    /// <summary>Looks a field up.</summary>
    /// <param name="path">Names and array indices between dots, as in <c>issue.labels.0.name</c>; never empty.</param>
    Field Find(string path);
}
