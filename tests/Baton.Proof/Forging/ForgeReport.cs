using System.Globalization;
using Baton.Proof.Checks;

namespace Baton.Proof.Forging;

/// <summary>What <c>./build forge</c> prints: the timeline of issue 681, over many seeds and in each way.</summary>
internal static class ForgeReport
{
    /// <summary>Plays; the exit code is 1 where something came out wrong, or a planted fault was not caught.</summary>
    public static int Write(string[] args, TimeProvider time, TextWriter output)
    {
        var seeds =
            args is ["--seeds", var text]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var some)
                ? some
                : 1000;
        using var forge = new FakeForge();
        using var sockets = ForgeWorld.Sockets();
        var code = 0;
        output.WriteLine($"{"way", -26}{"seeds", 8}{"seconds", 10}  what came out wrong");
        foreach (var settings in TimelineSettings.Real.Concat(TimelineSettings.Broken))
        {
            var began = time.GetTimestamp();
            var (played, fault) = First(settings, seeds, forge, sockets);
            var seconds = time.GetElapsedTime(began).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
            var isBroken = TimelineSettings.Broken.Contains(settings);
            output.WriteLine(
                $"{settings.Name, -26}{played, 8}{seconds, 10}  {fault ?? "nothing"}{(isBroken ? " (a planted fault)" : "")}"
            );
            if (fault is null == isBroken)
                code = 1;
        }
        return code;
    }

    /// <summary>Plays seeds until one comes out wrong.</summary>
    public static (int Played, string? Fault) First(
        TimelineSettings settings,
        int seeds,
        FakeForge forge,
        HttpMessageHandler sockets
    )
    {
        for (var seed = 1; seed <= seeds; seed++)
            try
            {
                Timeline681.Play(seed, settings, forge, sockets);
            }
            catch (BrokenPromiseException broken)
            {
                return (seed, $"seed {seed}: {broken.Message}");
            }
        return (seeds, null);
    }
}
