using System.Diagnostics;
using System.Globalization;
using Baton.Engine.Records;
using Baton.Engine.Views;

namespace Baton.Runtime.Wording;

/// <summary>Each refusal in one plain sentence, without a full stop, that begins in lower case.</summary>
public static class RefusalWords
{
    /// <summary>Tells a refusal.</summary>
    public static string Of(Refusal refusal, Telling telling) =>
        refusal switch
        {
            Refusal.UnknownRun unknown => $"the scope knows no {telling.Run(unknown.Run)}",
            Refusal.UnknownResource unknown =>
                $"the scope knows no {Telling.Resource(unknown.Resource)} that is in use, paused or recorded",
            Refusal.NotHolder not =>
                $"{telling.Run(not.Run)} no longer holds its lease with the token that was named (its token: {Number(not.Token)})",
            Refusal.Renewed renewed =>
                $"{telling.Run(renewed.Run)} was renewed meanwhile (renewal {Number(renewed.Counter)}): it lives",
            Refusal.EvidenceTooWeak weak => $"the evidence doesn't show that {telling.Run(weak.Run)} is lost",
            Refusal.OtherContent other =>
                $"request id {Plain.Text(other.Request.Value)} was used before with other content, by {telling.Run(other.Run)}",
            Refusal.RunTaken taken => $"{telling.Run(taken.Run)} exists already: a run id is used once",
            Refusal.WrongState wrong => $"{telling.Run(wrong.Run)} is not in a state in which that can be done",
            Refusal.NotHere { Elsewhere: Elsewhere.MovedTo(var place) } =>
                $"the scope has moved to {Plain.Text(place)}, and nothing is granted here any more: name that store",
            Refusal.NotHere { Elsewhere: var coming } =>
                $"the scope is on its way here from {Plain.Text(coming.Place)}: name that store, or finish the move with baton store move",
            Refusal.Malformed malformed => $"the request is malformed: {Plain.Text(malformed.Fault)}",
            _ => throw new UnreachableException($"no sentence for {refusal.GetType().Name}"),
        };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
