using Baton.Proof;
using Baton.Proof.Conforming;
using Baton.Proof.Forging;
using Baton.Proof.Fuzzing;
using Baton.Proof.Simulating;

return args switch
{
    ["simulate-faults", .. var rest] => SimulationReport.Write(rest, TimeProvider.System, Console.Out),
    ["conformance", .. var rest] => await ConformanceReport.WriteAsync(rest, TimeProvider.System, Console.Out),
    ["forge", .. var rest] => ForgeReport.Write(rest, TimeProvider.System, Console.Out),
    ["fuzz", _, "--hostile"] => HostileReport.Write(Console.Out),
    ["fuzz", var kept, .. var rest] => new FuzzReport(TimeProvider.System, Console.Out, kept).Write(rest),
    _ => Reports.Write(args, TimeProvider.System, Console.Out),
};
