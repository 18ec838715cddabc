using System.Globalization;
using System.Text;
using Baton.Cli;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Stores;
using Baton.Tests.Support;

namespace Baton.Tests.Cli;

public sealed class ExitCodesTests
{
    [Fact]
    public void Every_code_is_in_the_table_once() =>
        ExitCodes.All.Select(row => row.Code).ShouldBe(Enum.GetValues<ExitCode>().OrderBy(code => (int)code));

    [Fact]
    public void Every_name_is_another() => ExitCodes.All.Select(row => row.Name).ShouldBeUnique();

    [Fact]
    public void Every_conclusion_and_every_fault_has_a_code_of_the_table()
    {
        var known = ExitCodes.All.Select(row => (int)row.Code).Append(1).ToList();
        Enum.GetValues<Conclusion>().ShouldAllBe(conclusion => known.Contains(ExitCodes.For(conclusion, 0)));
        Enum.GetValues<StoreFault>().Select(fault => ExitCodes.For(fault)).ShouldBeUnique();
        Enum.GetValues<AskingFault>().Select(fault => ExitCodes.For(fault)).ShouldBeUnique();
    }

    [Theory]
    [InlineData(Conclusion.Duplicate, 7)]
    [InlineData(Conclusion.Skipped, 7)]
    [InlineData(Conclusion.Filtered, 7)]
    [InlineData(Conclusion.Success, 0)]
    [InlineData(Conclusion.Superseded, 92)]
    public void The_code_for_skipped_runs_is_the_users(Conclusion conclusion, int code) =>
        ExitCodes.For(conclusion, skipped: 7).ShouldBe(code);

    [Fact]
    public void A_failure_is_mapped_by_what_failed()
    {
        Failure.Of(new StoreException(StoreFault.Full, "x")).Code.ShouldBe(ExitCode.StoreFull);
        Failure.Of(new AskingException(AskingFault.Input, "x", "y")).Lines.ShouldBe(["x", "y"]);
        Failure.Of(new IOException("broken pipe")).Code.ShouldBe(ExitCode.Output);
        Failure.Of(new InvalidOperationException("x")).Code.ShouldBe(ExitCode.Internal);
        Failure.Of(new FailureException(new Failure(ExitCode.NotFound, "x"))).Code.ShouldBe(ExitCode.NotFound);
    }

    [Fact]
    public void A_message_is_one_line_whatever_is_in_it() =>
        Failure.Of(new IOException("a\n::error::b\u001b[2J")).Lines.ShouldAllBe(line => !line.Any(char.IsControl));

    [Fact]
    public void The_page_is_made_from_the_table()
    {
        var page = new StringBuilder(
            """
            # Exit codes

            `baton run` ends with the exit code of its command, and with 128 + N if a signal N ended the command, as shells have it. When
            the command was not started, or was stopped by Baton, and for every other verb, the codes are these. They are stable.

            | code | name | meaning |
            |---|---|---|

            """
        );
        foreach (var (code, name, meaning) in ExitCodes.All)
            page.Append(CultureInfo.InvariantCulture, $"| {(int)code} | {name} | {meaning} |\n");
        page.Append(
            """

            A command may end with one of these codes itself. Who must tell the two apart asks `baton why`, or reads the step's outputs.

            """
        );
        Golden.ShouldBeThePage(page.ToString(), "exit-codes.md");
    }
}
