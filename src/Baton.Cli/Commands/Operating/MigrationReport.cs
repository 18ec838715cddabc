using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Stores.Postgres;

namespace Baton.Cli.Commands.Operating;

/// <summary>Tells what became of a database's tables.</summary>
internal sealed class MigrationReport(Invocation call, StorePlace place)
{
    /// <summary>Tells it; nothing where a store has no tables of a server's.</summary>
    public void Tell(PostgresMigration? done)
    {
        if (call.Has(CommonOptions.Json))
        {
            call.Surroundings.Out.Write(Json(done));
            return;
        }
        var page = new Page(call.Surroundings);
        page.Line($"{place.Address}: {Sentence(done)}", 0);
        page.Show();
    }

    private string Sentence(PostgresMigration? done) =>
        (done, call.Has(CommonOptions.DryRun)) switch
        {
            (null, _) => "nothing to do: only a PostgreSQL database has tables that are made beforehand",
            ({ IsAny: false } same, _) => $"nothing to do: its tables have form {same.To}, which is this program's",
            ({ From: 0 } made, true) =>
                $"would make the schema baton, form {made.To}; the server tried it and took it back",
            ({ From: 0 } made, false) => $"made the schema baton, form {made.To}",
            (var renewed, true) =>
                $"would bring the schema baton from form {renewed.From} to {renewed.To}; the server tried it and took it back",
            (var renewed, false) => $"brought the schema baton from form {renewed.From} to {renewed.To}",
        };

    private string Json(PostgresMigration? done) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("store", place.Address);
            writer.WriteBoolean("changed", done is { IsAny: true } && !call.Has(CommonOptions.DryRun));
            writer.Put("from", done?.From);
            writer.Put("to", done?.To);
        });
}
