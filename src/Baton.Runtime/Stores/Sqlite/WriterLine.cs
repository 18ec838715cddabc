using Microsoft.Win32.SafeHandles;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// The line in which writers stand before they begin a transaction. SQLite's own waiting is no queue: whoever happens to
/// try at the right instant gets in, and of four busy writers on one file some waited three seconds. flock(2) is one: the
/// kernel wakes waiters in the order in which they came. The line keeps nobody out (SQLite's lock does that), so a line
/// file that somebody removed costs order, and never safety.
/// </summary>
internal sealed class WriterLine(string database)
{
    private readonly string _path = database + "-line";

    /// <summary>Waits for its turn; disposing the place lets the next one in.</summary>
    /// <exception cref="StoreException">The turn didn't come in time, or the line file can't be opened.</exception>
    public async ValueTask<IDisposable?> EnterAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            return null; // no flock there: SQLite's own waiting has to do
        var file = Open();
        if (Files.Lock(file, Files.Exclusive | Files.NonBlocking))
            return file;
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Wait(file, turn)) { IsBackground = true, Name = "baton writer line" }.Start();
        try
        {
            await turn.Task.WaitAsync(patience, cancellation).ConfigureAwait(false);
            return file;
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            if (!turn.TrySetCanceled(CancellationToken.None))
                file.Dispose(); // the turn came in the same instant; the thread left the lock to us
            if (fault is TimeoutException)
                throw Fault.Busy(database);
            throw;
        }
    }

    // The kernel's waiting can't be called off. Whoever gives up leaves it to this thread to let go of the lock.
    private static void Wait(SafeFileHandle file, TaskCompletionSource turn)
    {
        _ = Files.Lock(file, Files.Exclusive);
        if (!turn.TrySetResult())
            file.Dispose();
    }

    private SafeFileHandle Open()
    {
        try
        {
            return Files.OpenLock(_path);
        }
        catch (IOException fault)
        {
            throw Fault.ReadOnly(database, $"{_path}: {fault.Message}");
        }
    }
}
