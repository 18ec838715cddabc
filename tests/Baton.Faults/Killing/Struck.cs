using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Killing;

/// <summary>A command is looked at once, and then struck at every call that it made, one after another, each time from the beginning.</summary>
/// <param name="blow">What strikes it.</param>
/// <param name="scene">What is struck.</param>
internal sealed class Struck(Blow blow, Scene scene) : Fault
{
    /// <inheritdoc/>
    public override string Name => $"{blow.Name}: {scene.Name}";

    /// <inheritdoc/>
    public override string? Missing => Blow.Missing;

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        IReadOnlyList<Blown> places;
        using (var stage = new Stage())
            places = (await PlayAsync(stage, [], ledger)).Trace.Places();
        foreach (var place in ledger.Places(places.Count))
            await StrikeAsync(places[place], ledger);
    }

    private async Task StrikeAsync(Blown at, Ledger ledger)
    {
        using var stage = new Stage();
        var (ended, trace) = await PlayAsync(stage, blow.Striking(at), ledger);
        var call = trace.Struck();
        var when = string.Create(CultureInfo.InvariantCulture, $"{at.Call} {at.Number} ({call ?? "not reached"})");
        if (!IsClear(ended, stage))
            ledger.Violates($"{when}: it ended with {ended.Code} and said: {ended.Errors}");
        await new Aftermath(stage, ledger, when).CheckAsync();
        ledger.Sees(call is null ? "not reached" : $"exit {ended.Code}");
    }

    /// <summary>Plays the scene under strace.</summary>
    private async Task<(Ended Ended, Trace Trace)> PlayAsync(Stage stage, string[] striking, Ledger ledger)
    {
        await scene.Before(stage);
        var path = stage.Machine.At("trace");
        string[] spared = scene.StrikesChildren ? [] : ["-b", "execve"];
        using var struck = stage.Machine.Launch(
            "strace",
            [
                .. blow.Looking(path, stage.Machine.Database),
                .. striking,
                .. spared,
                .. Machine.CommandLine(),
                .. scene.Words(stage),
            ]
        );
        await scene.Meanwhile(stage, struck);
        var ended = await struck.End();
        await scene.After(stage, ended, ledger);
        return (ended, new Trace(path));
    }

    /// <summary>An error of the store names the database; who is killed says nothing, and whose keeper is killed says that.</summary>
    private bool IsClear(Ended ended, Stage stage) =>
        ended.Code switch
        {
            0 or 137 => true,
            90 => (scene.StrikesChildren && ended.Errors.Contains("the keeper has died", StringComparison.Ordinal))
                || (blow == Blow.Full && ended.SaysItsLeaseWasLost), // on a slow machine its command outlasts its lease
            69 or 73 or 79 => ended.Errors.Contains(stage.Machine.Database, StringComparison.Ordinal),
            _ => false,
        };
}
