using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Coordination;

/// <summary>
/// The folder of bells and notes, which lies beside the database: where nothing can be put into it, the store can't be
/// used, for the same reason and with the same exit code.
/// </summary>
internal static class RunFolder
{
    private const int NoPermission = 1,
        Denied = 13,
        NoSpace = 28,
        ReadOnlyFileSystem = 30;

    /// <summary>Hangs up a run's bell.</summary>
    /// <exception cref="StoreException">The folder can't be written.</exception>
    public static Bell HangUp(string folder, string run) => Put(folder, () => Bell.Create(folder, run));

    /// <summary>Writes a note.</summary>
    /// <exception cref="StoreException">The folder can't be written.</exception>
    public static void Write(string folder, Action<string> write) =>
        Put(
            folder,
            () =>
            {
                write(folder);
                return true;
            }
        );

    /// <summary>Removes the note of a run that has ended; where that can't be done the note stays, and harms nobody.</summary>
    public static void Forget(string folder, string run)
    {
        try
        {
            File.Delete(TreeNote.PathOf(folder, run));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file system that turned read-only: what became of the run is told all the same.
        }
    }

    private static T Put<T>(string folder, Func<T> put)
    {
        try
        {
            return put();
        }
        catch (UnauthorizedAccessException failure)
        {
            throw ReadOnly(folder, failure);
        }
        catch (IOException failure)
        {
            if (failure.HResult is ReadOnlyFileSystem or Denied or NoPermission)
                throw ReadOnly(folder, failure);
            if (failure.HResult is not NoSpace)
                throw;
            throw new StoreException(
                StoreFault.Full,
                $"{folder}: the disk is full; nothing was started ({failure.Message}). Make room, then try again.",
                failure
            );
        }
    }

    private static StoreException ReadOnly(string folder, Exception failure) =>
        new(
            StoreFault.ReadOnly,
            $"{folder}: nothing can be put into the folder beside the database ({failure.Message}). "
                + "Make it writable for this user, or name another store.",
            failure
        );
}
