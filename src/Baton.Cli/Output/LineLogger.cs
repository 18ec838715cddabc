using System.Globalization;
using Baton.Workflows.Findings;
using Microsoft.Extensions.Logging;

namespace Baton.Cli.Output;

/// <summary>A log of one line for each event: time, level, event id, message. Foreign text can't begin a line of its own.</summary>
/// <param name="clock">The wall clock.</param>
/// <param name="writers">Where to: a file, standard error, or both.</param>
internal sealed class LineLogger(TimeProvider clock, IReadOnlyList<TextWriter> writers) : ILogger, IDisposable
{
    private const int LongestLine = 2000;

    /// <summary>The log that a call asks for, or nothing.</summary>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static LineLogger? For(Commands.Invocation call)
    {
        var writers = new List<TextWriter>();
        if (call.Get(Options.CommonOptions.Log) is { } file)
            writers.Add(
                new StreamWriter(Path.Combine(call.Surroundings.Folder, file), append: true) { AutoFlush = true }
            );
        if (call.Has(Options.CommonOptions.Verbose))
            writers.Add(call.Surroundings.Error);
        return writers.Count > 0 ? new LineLogger(call.Surroundings.Clock, writers) : null;
    }

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var line =
            $"{time} {Level(logLevel)} {eventId.Id.ToString("000", CultureInfo.InvariantCulture)} {OneLine.Of(formatter(state, exception), LongestLine)}";
        foreach (var writer in writers)
            Write(writer, line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in writers.OfType<StreamWriter>().Where(writer => writer.BaseStream is FileStream))
            file.Dispose();
    }

    private static void Write(TextWriter writer, string line)
    {
        try
        {
            writer.WriteLine(line);
        }
        catch (IOException)
        {
            // A log that can't be written must not end a run.
        }
    }

    private static string Level(LogLevel level) =>
        level switch
        {
            LogLevel.Warning => "warning",
            LogLevel.Error or LogLevel.Critical => "error",
            LogLevel.Information => "info",
            _ => "debug",
        };
}
