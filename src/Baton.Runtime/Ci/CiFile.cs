using System.Text;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Ci;

/// <summary>Appends to a file that a CI service reads after the step, in one write.</summary>
internal static class CiFile
{
    public static void Append(string path, string text)
    {
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Append,
                FileAccess.Write,
                FileShare.ReadWrite,
                bufferSize: 0
            );
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new CiOutputException(
                $"the CI service's file {OneLine.Of(path)} can't be written: {OneLine.Of(failure.Message)}",
                failure
            );
        }
    }
}
