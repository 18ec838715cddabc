using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Faults.Contending;

/// <summary>One thing that happened in a contest, as a line of its history. What a kind doesn't need is null.</summary>
/// <param name="What">What: one of the constants here.</param>
public sealed record Happened(string What)
{
    /// <summary>Somebody was started who asks.</summary>
    public const string Asked = "asked";

    /// <summary>A command began; the commands' own log says so, in its order.</summary>
    public const string In = "in";

    /// <summary>A command ended by itself.</summary>
    public const string Out = "out";

    /// <summary>A command found another one at work.</summary>
    public const string Beside = "beside";

    /// <summary>Somebody who asked has ended, with an exit code.</summary>
    public const string Answered = "answered";

    /// <summary>The audit says that a run was granted.</summary>
    public const string Granted = "granted";

    /// <summary>The audit says that a run ended.</summary>
    public const string Ended = "ended";

    /// <summary>The audit says something else.</summary>
    public const string Told = "told";

    /// <summary>What was left at the end.</summary>
    public const string Left = "left";

    /// <summary>What verifying the audit came to, as an exit code.</summary>
    public const string Verified = "verified";

    /// <summary>The request.</summary>
    public string? Request { get; init; }

    /// <summary>The run.</summary>
    public string? Run { get; init; }

    /// <summary>The key that was asked for, if one was.</summary>
    public string? Key { get; init; }

    /// <summary>The run's token.</summary>
    public long? Token { get; init; }

    /// <summary>The number of an audit entry.</summary>
    public long? Number { get; init; }

    /// <summary>An exit code, or how many are left.</summary>
    public int? Code { get; init; }

    /// <summary>How a run ended, as the audit says.</summary>
    public string? Conclusion { get; init; }

    /// <summary>What the audit gives as the reason: the word of its case.</summary>
    public string? Reason { get; init; }

    /// <summary>For how long a lost run had been seen unrenewed, in seconds.</summary>
    public double? Unrenewed { get; init; }

    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The line of a history.</summary>
    [JsonIgnore]
    public string Line => JsonSerializer.Serialize(this, Shape);

    /// <summary>Reads a line.</summary>
    public static Happened Read(string line) => JsonSerializer.Deserialize<Happened>(line, Shape)!;
}
