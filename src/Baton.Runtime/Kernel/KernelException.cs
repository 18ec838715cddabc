using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>The operating system refused something that it never refuses on a sound machine.</summary>
public sealed class KernelException : IOException
{
    /// <summary>Says what was tried and what the system answered.</summary>
    public KernelException(string message)
        : base(message) { }

    /// <summary>The failure of the call just made.</summary>
    internal static KernelException Last(string attempt)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"{attempt}: {Posix.Describe(error)}") { HResult = error }; // as .NET has it in its own IOExceptions
    }
}
