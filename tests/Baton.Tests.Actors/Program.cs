using System.Collections;
using System.Runtime.InteropServices;
using Baton.Runtime.Kernel;

// A small owner of a run, for tests that kill one. Says on stdout what happens, a line each.
//   own FOLDER RUN leave|adopt COMMAND…    holds a bell and a child; a ring stops the child with a grace of 100 ms
//   hold FOLDER RUN                        holds a bell until it is killed, and tells each ring
var clock = new BootClock(TimeProvider.System);
var waiter = new Waiter(clock);
var forever = TimeSpan.FromDays(1);
using var bell = Bell.Create(args[1], args[2]);
using var signals = Signals.Catch();
return args[0] == "hold" ? Hold() : Own();

int Hold()
{
    Say("ready");
    while (true)
    {
        if (waiter.Wait([bell], forever).Count > 0 && bell.Silence())
        {
            Say("rung");
        }
    }
}

int Own()
{
    var environment = Environment
        .GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    var orphans = args[3] == "adopt" ? Orphans.Adopt : Orphans.Leave;
    if (
        ChildProcess.Start(new ChildCommand(args[2], args[4..], environment, orphans))
        is not ChildStart.Started { Child: var child }
    )
    {
        return 127;
    }

    child.Note.Write(args[1]);
    Say("started");
    while (child.Collect() is null)
    {
        var ready = waiter.Wait([child, bell, signals], forever);
        if (ready.Contains(signals))
        {
            foreach (PosixSignal signal in signals.Take())
            {
                child.PassOn(signal);
            }
        }

        if (ready.Contains(bell))
        {
            Say($"stopped {child.Stop(TimeSpan.FromMilliseconds(100), clock).GetType().Name}");
        }
    }

    return child.Collect()!.ExitCode;
}

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
