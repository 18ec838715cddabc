namespace Baton.Runtime.Configuration;

/// <summary>How a conflict in a file is resolved when a push is rejected.</summary>
public enum PushResolution
{
    /// <summary>This run's version.</summary>
    Mine,

    /// <summary>The version on the branch.</summary>
    Remote,

    /// <summary>The lines of both.</summary>
    Union,

    /// <summary>JSON, merged three-way by key.</summary>
    Json,

    /// <summary>YAML, merged three-way by key.</summary>
    Yaml,

    /// <summary>A JSON value a line, merged by line.</summary>
    Jsonl,

    /// <summary>Comma-separated rows, merged by row.</summary>
    Csv,

    /// <summary>A command makes the file anew.</summary>
    Regenerate,

    /// <summary>The push fails.</summary>
    Fail,
}
