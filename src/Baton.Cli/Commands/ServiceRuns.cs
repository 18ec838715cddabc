using System.Globalization;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Forge;
using Baton.Runtime.Kernel;

namespace Baton.Cli.Commands;

/// <summary>The workflow runs of the service that has the repository, for those who have to ask about them.</summary>
internal static class ServiceRuns
{
    /// <summary>A way to ask, if the environment names a repository; nothing is sent before somebody is asked about.</summary>
    public static ForgeRuns? Find(Surroundings surroundings, BootClock clock)
    {
        if (surroundings.Set("GITHUB_REPOSITORY") is null)
            return null;
        try
        {
            var place = ForgePlace.Read(surroundings.Variable);
            return new ForgeRuns(
                place,
                () => new ForgeClient(place, ForgeToken.Find(surroundings.Variable, surroundings.Folder), clock)
            );
        }
        catch (AskingException)
        {
            return null; // who needs it says so; a claim of a run's then holds
        }
    }

    /// <summary>This process's surroundings, with whom it can ask and which workflow run it is part of.</summary>
    public static Runtime.Coordination.Surroundings Around(
        Runtime.Coordination.Surroundings here,
        Surroundings surroundings,
        ForgeRuns? services
    ) => here with { Services = services, PartOf = services is null ? null : Own(surroundings) };

    /// <summary>The workflow run that this process is part of, as an owner.</summary>
    public static Engine.Runs.Owner? Own(Surroundings surroundings) =>
        CiEnvironment.Read(surroundings.Variable) is { Service: CiService.GitHub, RunId: { } run } ci
            ? ForgeRuns.OwnerOf(ForgePlace.Read(surroundings.Variable), run, ci.Attempt ?? 1)
            : null;

    /// <summary>Cancels the workflow run that this process is part of; where that can't be done it says so.</summary>
    public static async ValueTask CancelOwnAsync(Surroundings surroundings, Site site)
    {
        if (
            site.Ci is not { Service: CiService.GitHub, RunId: { } text }
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var run)
        )
        {
            surroundings.Say("warning: --cancel-run: this is no run of GitHub Actions");
            return;
        }
        try
        {
            using var forge = new ForgeClient(
                ForgePlace.Read(surroundings.Variable),
                ForgeToken.Find(surroundings.Variable, surroundings.Folder),
                new BootClock(surroundings.Clock)
            );
            await forge.CancelRunAsync(run, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ForgeException or AskingException)
        {
            surroundings.Say($"warning: --cancel-run: {Workflows.Findings.OneLine.Of(failure.Message, 500)}");
        }
    }
}
