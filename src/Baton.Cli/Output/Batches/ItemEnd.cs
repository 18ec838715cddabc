using System.Text.Json;
using Baton.Engine.Runs;
using Baton.Runtime.Batches;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Cli.Output.Batches;

/// <summary>What became of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Result">In one word: <c>done</c>, <c>failed</c>, a conclusion, <c>error</c> or <c>not-tried</c>.</param>
internal sealed record ItemEnd(Item Item, string Result)
{
    /// <summary>The word for an item that was not reached.</summary>
    public const string NotTriedWord = "not-tried";

    /// <summary>Its run; none where nothing was asked.</summary>
    public RunFacts? Facts { get; init; }

    /// <summary>Why, in one sentence; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>Its exit code; none where it was not tried.</summary>
    public int? Code { get; init; }

    /// <summary>Whether it makes the batch a failure by itself.</summary>
    public bool IsFailure => Code is not (null or 0);

    /// <summary>Of an item whose run has ended.</summary>
    public static ItemEnd Of(Item item, RunFacts facts) =>
        new(item, WordOf(facts))
        {
            Facts = facts,
            Why = facts.Sentence.Length == 0 && facts.Code != 0 ? $"exit code {facts.Code}" : facts.Sentence,
            Code = facts.Code,
        };

    /// <summary>Of an item that stands in the list twice.</summary>
    public static ItemEnd Repeated(Item item, Item first) =>
        new(item, Words.Conclusions[Conclusion.Duplicate])
        {
            Why = $"not asked for: it is the same as item {first.Number} of the list",
            Code = 0,
        };

    /// <summary>Of an item that could not be asked for, or of which nothing is known.</summary>
    public static ItemEnd Failed(Item item, Failure failure) =>
        new(item, "error") { Why = string.Join("; ", failure.Lines), Code = (int)failure.Code };

    /// <summary>Of an item that was not reached.</summary>
    public static ItemEnd NotTried(Item item) => new(item, NotTriedWord);

    /// <summary>The fields of its JSON: those of <c>baton run --json</c>, with the item before them.</summary>
    public void Write(Utf8JsonWriter json, string scope)
    {
        json.WriteNumber("number", Item.Number);
        json.WriteString("item", Item.Text);
        json.WriteString("result", Result);
        var facts = Facts ?? new RunFacts(null, Code ?? 0) { Sentence = Why };
        json.PutOutputs(facts.Values(scope).Select(value => Asked(value)));
        json.Put("exit_code", Code);
        json.WriteStartArray("warnings");
        foreach (var warning in facts.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
    }

    private (string Name, string Value) Asked((string Name, string Value) value) =>
        Facts is null && value.Name is "decision" or "conclusion" ? (value.Name, Result) : value;

    private static string WordOf(RunFacts facts) =>
        facts.Run switch
        {
            { Conclusion: Conclusion.Success } => facts.Code == 0 ? "done" : "failed",
            { Conclusion: Conclusion.Failure } => "failed",
            { Conclusion: { } conclusion } => Words.Conclusions[conclusion],
            _ => facts.Code == 0 ? "done" : "failed",
        };
}
