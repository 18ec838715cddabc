namespace Baton.Tests.Integration.Cli;

/// <summary>Titles and names of branches as somebody writes them who wants a file to appear.</summary>
internal static class Hostile
{
    private static readonly string[] Deeds =
    [
        "$(touch CANARY)",
        "`touch CANARY`",
        "; touch CANARY #",
        "&& touch CANARY",
        "|| touch CANARY",
        "| touch CANARY",
        "\ntouch CANARY\n",
        "\r\ntouch CANARY",
        "> CANARY",
        "${IFS}touch${IFS}CANARY",
        "$(touch${IFS}CANARY)",
        "--exec=touch CANARY",
        "--upload-pack=touch CANARY",
        "-- touch CANARY",
        "\0touch CANARY",
        "${{ github.token }}$(touch CANARY)",
        "{hash(issue.title)}$(touch CANARY)",
        "require('fs').writeFileSync('CANARY','')",
        "${require('child_process').execSync('touch CANARY')}",
        "::set-output name=should_run::true",
        "::set-env name=PATH::/tmp\n$(touch CANARY)",
        "should_run<<x\ntrue\nx\n$(touch CANARY)",
        "\nshould_run=true\n$(touch CANARY)",
        "%0a::error::$(touch CANARY)",
        "<script>touch CANARY</script>",
    ];

    private static readonly Func<string, string>[] Wraps =
    [
        deed => deed,
        deed => $"\"{deed}\"",
        deed => $"'{deed}'",
        deed => $"\\\"{deed}",
        deed => $"fix: a song\"; {deed} ; echo \"",
        deed => $"feature/x'{deed}'y",
        deed => $"a\" || '{deed}' || \"b",
        deed => $"\u202e{deed}\u0007",
    ];

    /// <summary>200 of them.</summary>
    public static IEnumerable<string> Texts(string canary) =>
        from wrap in Wraps
        from deed in Deeds
        select wrap(deed).Replace("CANARY", canary, StringComparison.Ordinal);
}
