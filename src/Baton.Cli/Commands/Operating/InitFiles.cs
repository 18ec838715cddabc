namespace Baton.Cli.Commands.Operating;

/// <summary>The files that <c>baton init</c> writes.</summary>
public static class InitFiles
{
    /// <summary>A <c>baton.yml</c> that says what holds anyway, and shows how to say more.</summary>
    public const string Settings = """
        # Settings of this repository for Baton. Every key has a default; delete what you don't need.
        # Flags win over BATON_* variables, which win over this file. `baton apply` records the groups in the store.

        # scope: acme/shop              # default: the git remote
        # store: sqlite:/var/lib/baton/baton.db   # default: SQLite in the user's state folder

        # How long a run waits, how long it is trusted without a sign of life, and which goes first (0 to 100).
        defaults: { max-wait: 30m, lease: 60s, priority: 20 }

        # What must not happen at once. The first pattern that means a name wins.
        groups:
          "deploy-*": { policy: queue, capacity: 1 }           # one after another, for each target
          # "preview-*": { policy: cancel-running, grace: 30s }  # the newest wins, what runs is stopped
          # "gpu": { capacity: 4, max-pending: 50 }              # four at once

        # What must happen once. The key stays taken for its window after a success.
        # keys:
        #   "issue-*": { window: 5m }

        # Who goes first, by the name of the workflow.
        # workflows:
        #   hotfix: { priority: 90 }

        """;

    /// <summary>A workflow that uses it, on a machine that stays.</summary>
    public const string Workflow = """
        # An example of Baton in a workflow. The store is a file, so the runs must share a machine: a self-hosted runner
        # on which baton is installed.
        name: deploy
        on:
          push:
            branches: [main]
        jobs:
          deploy:
            runs-on: self-hosted
            steps:
              - uses: actions/checkout@v4
              - name: Deploy, one at a time
                run: baton run --group deploy-production -- ./deploy.sh

        """;
}
