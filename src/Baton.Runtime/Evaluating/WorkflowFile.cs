using System.Globalization;
using Baton.Runtime.Asking;
using Baton.Workflows.Findings;
using Baton.Workflows.Yaml;

namespace Baton.Runtime.Evaluating;

/// <summary>The bytes of workflow files, from the disk.</summary>
public static class WorkflowFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="AskingException">It isn't there, can't be read, or is larger than what is read.</exception>
    public static byte[] Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > YamlRules.Workflow.Bytes)
                throw new AskingException(
                    AskingFault.Input,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{OneLine.Of(path)} has {stream.Length} bytes; at most {YamlRules.Workflow.Bytes} are read"
                    )
                );
            var bytes = new byte[(int)stream.Length + 1];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var why = failure is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file"
                : failure.Message;
            throw new AskingException(AskingFault.Input, $"{OneLine.Of(path)} can't be read: {OneLine.Of(why)}");
        }
    }

    /// <summary>
    /// Where a path of the repository is on the disk, for a file of it: below the folder that has <c>.github</c>; null
    /// where the file is in none, or the path isn't there or leaves the repository.
    /// </summary>
    public static string? InRepositoryOf(string file, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (
            var folder = Path.GetDirectoryName(Path.GetFullPath(file));
            folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
        {
            if (Path.GetFileName(folder) != ".github")
                continue;
            var root = Path.GetDirectoryName(folder)!;
            var found = Path.GetFullPath(Path.Combine(root, path));
            return found.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(found)
                ? found
                : null;
        }

        return null;
    }
}
