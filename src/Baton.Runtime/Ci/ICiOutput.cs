namespace Baton.Runtime.Ci;

/// <summary>
/// Tells a CI service what became of a run. A service that has no place for a piece of it takes no notice. The values
/// may hold what strangers wrote; each writer escapes them for its own format.
/// </summary>
public interface ICiOutput
{
    /// <summary>Gives a value to later steps or jobs.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>, a letter first.</param>
    /// <param name="value">Any text.</param>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    /// <exception cref="CiOutputException">The service's file can't be written.</exception>
    void Set(string name, string value);

    /// <summary>Adds to the page that the service shows for the job.</summary>
    /// <param name="markdown">
    /// GitHub flavoured Markdown; foreign text in it has gone through <see cref="Markdown"/>.
    /// </param>
    /// <exception cref="CiOutputException">The service's file can't be written.</exception>
    void Summarize(string markdown);

    /// <summary>Puts a message where the service shows messages, or next to a line of a file.</summary>
    void Annotate(Annotation annotation);
}
