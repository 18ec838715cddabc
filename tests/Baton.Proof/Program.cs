using Baton.Proof;
using Baton.Proof.Conforming;
using Baton.Proof.Simulating;

return args switch
{
    ["simulate-faults", .. var rest] => SimulationReport.Write(rest, TimeProvider.System, Console.Out),
    ["conformance", .. var rest] => await ConformanceReport.WriteAsync(rest, TimeProvider.System, Console.Out),
    _ => Reports.Write(args, TimeProvider.System, Console.Out),
};
