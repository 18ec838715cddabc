namespace Baton.Benchmarks.Rows;

/// <summary>Everything that is measured, in the order of the table.</summary>
internal static class AllRows
{
    public static readonly IReadOnlyList<IRow> List =
    [
        new WholeProcess(),
        new HandOff(),
        new KilledHolder(),
        new DecisionRate(),
        new PostgresHandOff(),
        new PostgresRate(),
        new GitHandOff(),
        .. PushMany.All,
        new PushOne(),
        new EngineWaiting(),
        new EngineGroups(),
        new EngineMemory(),
        new WorkflowFiles(),
        new Expressions(),
    ];
}
