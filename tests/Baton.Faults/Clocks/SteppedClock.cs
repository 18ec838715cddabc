using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Clocks;

/// <summary>
/// The wall clock of all that a stage starts, and of nobody else. A small library that the loader puts before the C
/// library answers for CLOCK_REALTIME and adds the seconds that a file says; the program itself knows nothing of it.
/// </summary>
internal sealed class SteppedClock
{
    private const string Source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <fcntl.h>
        #include <stdlib.h>
        #include <sys/time.h>
        #include <sys/syscall.h>
        #include <time.h>
        #include <unistd.h>
        static long offset(void) {
          const char *path = getenv("FAULTS_CLOCK");
          char text[32] = {0};
          int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
          if (file < 0) return 0;
          if (read(file, text, sizeof text - 1) < 0) text[0] = 0;
          close(file);
          return atol(text);
        }
        int clock_gettime(clockid_t clock, struct timespec *to) {
          int answer = syscall(SYS_clock_gettime, clock, to);
          if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) to->tv_sec += offset();
          return answer;
        }
        int gettimeofday(struct timeval *restrict to, void *restrict zone) {
          int answer = syscall(SYS_gettimeofday, to, zone);
          if (answer == 0 && to) to->tv_sec += offset();
          return answer;
        }
        time_t time(time_t *to) {
          struct timespec now;
          clock_gettime(CLOCK_REALTIME, &now);
          if (to) *to = now.tv_sec;
          return now.tv_sec;
        }
        """;

    private static readonly Lazy<string?> s_missing = new(() =>
    {
        using var trial = new Stage();
        return Builds(trial) ? null : "needs a C compiler, and the C library's headers";
    });

    private readonly string _file;

    /// <summary>Gives a stage such a clock.</summary>
    public SteppedClock(Stage stage)
    {
        _file = stage.Machine.At("clock");
        Step(TimeSpan.Zero);
        if (!Builds(stage))
            throw new InvalidOperationException("cc, which has built the library in a trial, failed");
        stage.Machine.Variables["LD_PRELOAD"] = LibraryOf(stage);
        stage.Machine.Variables["FAULTS_CLOCK"] = _file;
    }

    /// <summary>Why there can be none here; nothing if there can.</summary>
    public static string? Missing => OperatingSystem.IsLinux() ? s_missing.Value : "needs Linux";

    /// <summary>Sets the clock so much ahead of the real one, or behind it.</summary>
    public void Step(TimeSpan ahead)
    {
        var draft = _file + "-new";
        File.WriteAllText(draft, ((long)ahead.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        File.Move(draft, _file, overwrite: true);
    }

    private static string LibraryOf(Stage stage) => stage.Machine.At("clock.so");

    private static bool Builds(Stage stage)
    {
        var source = stage.Machine.At("clock.c");
        File.WriteAllText(source, Source);
        return Tool.Works("cc", "-shared", "-fPIC", "-O1", "-o", LibraryOf(stage), source);
    }
}
