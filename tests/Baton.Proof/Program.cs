using Baton.Proof;

return Reports.Write(args, TimeProvider.System, Console.Out);
