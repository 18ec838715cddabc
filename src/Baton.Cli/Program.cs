using Baton.Cli;
using Baton.Cli.Commands;

return await Entry
    .RunAsync(VerbTree.Root, args, RealSurroundings.Of(Environment.CurrentDirectory))
    .ConfigureAwait(false);
