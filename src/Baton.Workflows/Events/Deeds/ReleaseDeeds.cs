namespace Baton.Workflows.Events.Deeds;

/// <summary>What is done with releases and packages.</summary>
internal static class ReleaseDeeds
{
    private const string Page = Sources.Events + "#release";
    private const string Payloads = Sources.Payloads + "#release";

    // Three runs of a workflow that says "on: release" alone.
    private const string Three = "https://github.com/axieinfinity/ronin-archive/pull/366";

    private static readonly Emission[] NewTag =
    [
        new("create")
        {
            OnlyIf = "the tag isn't there yet",
            Payload = Sources.Payload(("ref_type", "tag")),
            Certainty = Certainty.Inferred,
        },
        new("push")
        {
            OnlyIf = "the tag isn't there yet",
            Payload = Sources.Payload(("created", "true")),
            Certainty = Certainty.Inferred,
        },
    ];

    public static IReadOnlyList<Deed> All { get; } =
    [
        new(
            "publish-release",
            "publishes a release at once",
            [
                .. NewTag,
                new("release", "created") { Certainty = Certainty.Observed },
                new("release", "published") { Certainty = Certainty.Observed },
                new("release", "released") { OnlyIf = "it is no pre-release", Certainty = Certainty.Observed },
                new("release", "prereleased") { OnlyIf = "it is a pre-release" },
            ],
            Page,
            Payloads,
            Three
        ),
        new("draft-release", "saves a release as a draft", [], Page),
        new(
            "publish-draft",
            "publishes a draft of a release",
            [.. NewTag, new("release", "published"), new("release", "released") { OnlyIf = "it is no pre-release" }],
            Page,
            Payloads,
            "https://github.com/dependabot/cli/pull/152"
        ),
        new("edit-release", "edits a release that is published", [new("release", "edited")], Page, Three),
        new("delete-release", "deletes a release that is published", [new("release", "deleted")], Page),
        new(
            "publish-package",
            "publishes a package",
            [new("registry_package", "published") { Times = HowOften.PerPackage }],
            Sources.Events + "#registry_package"
        ),
    ];
}
