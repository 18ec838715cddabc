using Baton.Benchmarks;

return BenchCommand.Run(args, Console.Out, Console.Error);
