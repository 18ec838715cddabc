namespace Baton;

/// <summary>
/// <c>Select</c> for all of Baton, by a plain iterator. It stands in the namespace that all others are inside of, so the
/// compiler finds it before that of <c>System.Linq</c>, whose own is a generic virtual method: the native compiler makes it
/// for each pair of an item's type and a result's type that could follow each other, three thousand pairs here, which was
/// more than half of the program, read from the disk and kept in memory. .NET 10's native compiler has another LINQ for
/// that, and this file can go with the last build for .NET 9: https://github.com/dotnet/runtime/pull/109978
/// </summary>
public static class Projections
{
    /// <summary>Each item's result, in the order of the items, made when it is asked for.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> items, Func<T, TResult> result)
    {
        foreach (var item in items)
            yield return result(item);
    }

    /// <summary>The same, where the result also depends on how many items came before.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> items, Func<T, int, TResult> result)
    {
        var index = 0;
        foreach (var item in items)
            yield return result(item, index++);
    }
}
