using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Baton.Cli;

/// <summary>What <c>baton --version</c> says.</summary>
public static class ProgramVersion
{
    /// <summary>The version; a test holds it to the build's. A constant, since reading an attribute costs start-up time.</summary>
    public const string Number = "0.1.0";

    /// <summary>The version, and what it runs on.</summary>
    public static string Line =>
        $"baton {Number} ({RuntimeInformation.FrameworkDescription}, {(RuntimeFeature.IsDynamicCodeSupported ? "not native" : "native")})";
}
