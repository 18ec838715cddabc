namespace Baton.Tests.Support;

/// <summary>Titles that somebody chose to break whatever prints them.</summary>
internal static class HostileTitles
{
    public static readonly IReadOnlyList<string> All =
    [
        "plain",
        "two\nlines",
        "carriage\rreturn\r\nboth",
        "\n::error::forged",
        "::set-output name=x::y",
        "  ::add-mask::e",
        "##[add-mask]e",
        "x ##[error]forged",
        "100% %0A%0D %25",
        "a,b:c=d;e",
        "EOF\nother=injected\nEOF",
        "x\nbaton_NONCE1\nother=injected",
        "baton_NONCE1",
        "$(touch /tmp/owned) `id` ${HOME} $HOME",
        "'; rm -rf / #",
        "\"quoted\" 'and' \\back\\slash",
        "<script>alert(1)</script><img src=x onerror=y>",
        "[link](https://evil.example) ![image](https://evil.example/x.png)",
        "| cell | cell |\n|---|---|",
        "# head\n- list\n> quote\n```\ncode",
        "*bold* _it_ ~~no~~ `code` @octocat #1 https://evil.example www.evil.example",
        "&lt; &#60; &amp;",
        "\u001b[31mred\u001b[0m\u001b]0;title\u0007\b\b",
        "\u202eright to left\u2066",
        "line\u2028separator\u2029paragraph",
        "nul\0byte",
        "half \ud800 pair",
        "👍 größe 漢字",
        "",
        "   ",
        new string('x', 5000),
    ];
}
