using System.Text;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Mistakes that people make often: the first thing that is said, where, and what to write instead.</summary>
public sealed class SlipsTests
{
    private const string Head = "on: push\njobs:\n  a:\n";
    private const string Rest = "    runs-on: x\n    steps:\n      - run: x\n";

    private const string NoTag =
        "a ! starts a tag in YAML: write a condition as in ${{ !cancelled() }}, and put other text between quotes";

    [Theory]
    [InlineData(
        "on: push\njobs:\n\t\n  a:\n" + Rest,
        "3:1: this is not YAML: a tab can't indent (the line has nothing but white space: empty it)"
    )]
    [InlineData(
        Head + "    runs-on: x\n\t\n    steps: [run: x]\n",
        "5:1: this is not YAML: a tab can't indent (the line has nothing but white space: empty it)"
    )]
    [InlineData(Head + "\truns-on: x\n", "4:1: this is not YAML: a tab can't indent (indent with spaces)")]
    [InlineData(
        Head + "    if: !contains(github.ref, 'x')\n" + Rest,
        "4:30: this is not YAML: this ! starts a tag, and no tag can be like this (" + NoTag + ")"
    )]
    [InlineData(
        Head + "    if: !{a}\n" + Rest,
        "4:9: this is not YAML: this ! starts a tag, and no tag can be like this (" + NoTag + ")"
    )]
    [InlineData(Head + "    if: !github.event.x\n" + Rest, "4:9: the tag !github.event.x is not read (" + NoTag + ")")]
    [InlineData(
        Head + "    runs-on x\n    steps: [run: x]\n",
        "4:5: this is not YAML: this line is no key with a value (write a colon and a space after the key: runs-on: x)"
    )]
    [InlineData(
        Head + "    runs-on:x\n\n    steps: [run: x]\n",
        "4:5: this is not YAML: this line is no key with a value (write a colon and a space after the key: runs-on: x)"
    )]
    [InlineData(
        Head + "    name: Deploy: prod\n" + Rest,
        "4:17: this is not YAML: this \": \" makes a key inside of a text (put the whole value between quotes, as in 'Deploy: prod', or write it below a |)"
    )]
    [InlineData(
        Head + "    if: github.ref == 'x' ? true : false\n" + Rest,
        "4:34: this is not YAML: this \": \" makes a key inside of a text (the language has no ?: operator: write a && b || c, or case(a, b, c))"
    )]
    [InlineData(
        Head + "    if: github.ref == 'x' ? true || false\n" + Rest,
        "4:27: unexpected symbol: '?' (the language has no ?: operator: write a && b || c, or case(a, b, c))"
    )]
    [InlineData(
        Head + "    if: github.ref.startsWith('x')\n" + Rest,
        "4:30: unexpected symbol: '(' (a function stands before what it looks at: startsWith(…, …))"
    )]
    [InlineData(
        Head + "    if: github.ref =~ 'x'\n" + Rest,
        "4:20: unexpected symbol: '=~' (there are no patterns: take startsWith, endsWith or contains)"
    )]
    [InlineData(
        Head + "    name: x ${{ github.ref }\n" + Rest,
        "4:13: the expression is not closed (write }} at its end)"
    )]
    [InlineData(
        Head + "    name: x ${{ github.ref == 'x }}\n" + Rest,
        "4:13: the expression is not closed (a text in it is not closed: a single quote is missing)"
    )]
    [InlineData(
        "on:\n  schedule: '0 0 * * *'\njobs: {a: {runs-on: x, steps: [run: x]}}\n",
        "2:13: schedule is a list, but here it is \"0 0 * * *\" (write it as an item: - cron: \"0 0 * * *\")"
    )]
    [InlineData(
        "on: {schedule: [{cron: '0 0 0 * * *'}]}\njobs: {a: {runs-on: x, steps: [run: x]}}\n",
        "1:24: a cron expression has five fields, not 6 (minute, hour, day of the month, month, day of the week; there are no seconds and no years)"
    )]
    [InlineData(
        "on: {workflow_dispatch: {inputs: {x: {type: bool}}}}\njobs: {a: {runs-on: x, steps: [run: x]}}\n",
        "1:45: type does not know \"bool\" (did you mean boolean?)"
    )]
    [InlineData(
        Head + "    strategy: {matrix: {os: linux}}\n" + Rest,
        "4:29: os is a list or an expression, but here it is \"linux\" (write it as a list: [linux])"
    )]
    [InlineData(
        Head + Rest + "        with: {a: b}\n",
        "7:9: \"with\" can't stand here: this is a step that runs a command, and the key is one of a step that uses an action (only actions take inputs: give a command its values with env:)"
    )]
    [InlineData(
        Head + "    runs-on: x\n    uses: ./.github/workflows/x.yml\n",
        "5:5: \"uses\" can't stand here: this is a job, and the key is one of a job that calls a workflow (a job that calls a workflow has no runs-on: and no steps:; an action is used in a step)"
    )]
    public void A_slip_is_told_with_what_to_write(string text, string told) =>
        WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "w.yml").Findings[0].ToString().ShouldBe($"w.yml:{told}");
}
