using System.Text;
using Baton.Workflows.Meetings;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Meetings;

/// <summary>Short ways to the workflows of a made-up repository.</summary>
internal static class Sets
{
    /// <summary>Workflows by text; they are a.yml, b.yml and so on.</summary>
    public static WorkflowSet Of(params string[] texts) =>
        WorkflowSet.Of(
            [
                .. texts.Select(
                    (text, index) =>
                        WorkflowReader.Read(
                            Encoding.UTF8.GetBytes(text),
                            $".github/workflows/{(char)('a' + index)}.yml"
                        )
                ),
            ],
            isWhole: true
        );

    /// <summary>A workflow with a group that does nothing.</summary>
    public static string Plain(string on, string group, string more = "", string name = "CI") =>
        $"""
            name: {name}
            on: {on}
            concurrency:
              group: '{group.Replace("'", "''", StringComparison.Ordinal)}'
              {more}
            jobs:
              a:
                runs-on: ubuntu-latest
                steps: [run: echo]
            """;
}
