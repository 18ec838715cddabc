using Baton.Proof;
using Baton.Proof.Simulating;

return args is ["simulate-faults", .. var rest]
    ? SimulationReport.Write(rest, TimeProvider.System, Console.Out)
    : Reports.Write(args, TimeProvider.System, Console.Out);
