using Baton.Runtime.Asking;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Evaluating;

/// <summary>The workflow files of a repository on this machine.</summary>
/// <param name="Root">The repository's folder.</param>
/// <param name="Paths">The files below it, from the root, in the order of their names.</param>
public sealed record WorkflowFolder(string Root, IReadOnlyList<string> Paths)
{
    private const string Place = ".github/workflows";

    /// <summary>The repository that a folder is in: the next one upwards that has workflows.</summary>
    /// <exception cref="AskingException">There is none.</exception>
    public static WorkflowFolder Find(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Directory.Exists(Path.Combine(at, Place)))
                return new WorkflowFolder(at, [.. Names(at)]);
        }

        throw new AskingException(
            AskingFault.Input,
            $"{OneLine.Of(folder)} is no folder in a repository with {Place}: name one, or name files"
        );
    }

    private static IEnumerable<string> Names(string root)
    {
        try
        {
            return Directory
                .GetFiles(Path.Combine(root, Place))
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(name =>
                    name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
                .Select(name => $"{Place}/{name}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AskingException(
                AskingFault.Input,
                $"{OneLine.Of(root)}/{Place} can't be read: {OneLine.Of(failure.Message)}"
            );
        }
    }
}
