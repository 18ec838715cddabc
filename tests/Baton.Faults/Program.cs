using System.Globalization;
using Baton.Faults;
using Baton.Faults.Machines;

const string usage = "usage: ./build faults [--seconds N | --minutes N] [--only NAME] [--json]";
var (seconds, only, asJson) = (double.MaxValue, "", false);
for (var index = 0; index < args.Length; index++)
{
    switch (args[index])
    {
        case "--json":
            asJson = true;
            break;
        case "--only" when index + 1 < args.Length:
            only = args[++index];
            break;
        case "--seconds"
            when index + 1 < args.Length
                && double.TryParse(args[index + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out seconds)
                && seconds > 0:
            index++;
            break;
        case "--minutes"
            when index + 1 < args.Length
                && double.TryParse(args[index + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes)
                && minutes > 0:
            (seconds, index) = (minutes * 60, index + 1);
            break;
        default:
            Console.Error.WriteLine(usage);
            return 64;
    }
}
var faults = AllFaults.List.Where(fault => fault.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
if (faults.Count == 0)
{
    Console.Error.WriteLine($"no fault has \"{only}\" in its name; there are:");
    foreach (var fault in AllFaults.List)
        Console.Error.WriteLine($"  {fault.Name}");
    return 64;
}
if (!File.Exists(Machine.CommandLine()[^1]))
{
    Console.Error.WriteLine("BATON_PROGRAM must name the program: ./build faults does that");
    return 64;
}
return await new Table(Console.Out, TimeProvider.System).WriteAsync(faults, seconds, asJson);
