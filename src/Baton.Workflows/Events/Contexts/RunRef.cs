namespace Baton.Workflows.Events.Contexts;

/// <summary>The ref and the commit that a run gets.</summary>
/// <param name="Ref">The whole ref, such as <c>refs/heads/main</c>; empty where there is none.</param>
/// <param name="Sha">The commit.</param>
public sealed record RunRef(Fact Ref, Fact Sha)
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";
    private const string NoSha = "the payload doesn't name the commit at the tip of the ref";

    /// <summary>What the runs of an event get.</summary>
    public static RunRef Of(EventInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var fields = instance.Fields;
        return RunOrigins.Of(instance.Name) switch
        {
            RunOrigin.PushedRef => OfPush(fields),
            RunOrigin.CreatedRef => new RunRef(OfCreation(fields), new Fact.Unknown(NoSha)),
            RunOrigin.MergeBranch => OfPullRequest(fields),
            RunOrigin.Deployment => OfDeployment(fields),
            RunOrigin.MergeGroup => new RunRef(
                Told(fields, "merge_group.head_ref"),
                Told(fields, "merge_group.head_sha")
            ),
            RunOrigin.ReleaseTag => new RunRef(Told(fields, "release.tag_name", Tags), new Fact.Unknown(NoSha)),
            RunOrigin.Package => Unknown(
                "GitHub takes the commit that the package was made from, and the payload doesn't name it"
            ),
            RunOrigin.ChosenRef => new RunRef(Told(fields, "ref"), new Fact.Unknown(NoSha)),
            RunOrigin.Caller => Unknown("a called workflow has the ref and the commit of the run that calls it"),
            _ => OfDefaultBranch(fields),
        };
    }

    private static RunRef OfDefaultBranch(PayloadReader fields) =>
        new(Told(fields, "repository.default_branch", Heads), new Fact.Unknown(NoSha));

    private static RunRef OfPush(PayloadReader fields) =>
        fields.IsTrue("deleted") ? OfDefaultBranch(fields) : new RunRef(Told(fields, "ref"), Told(fields, "after"));

    private static Fact OfCreation(PayloadReader fields) =>
        fields.Text("ref_type") switch
        {
            "branch" => Told(fields, "ref", Heads),
            "tag" => Told(fields, "ref", Tags),
            _ => new Fact.Unknown("the payload doesn't say whether a branch or a tag was made"),
        };

    private static RunRef OfPullRequest(PayloadReader fields)
    {
        if (fields.IsTrue("pull_request.merged"))
            return new RunRef(
                Told(fields, "pull_request.base.ref", Heads),
                Told(fields, "pull_request.merge_commit_sha")
            );
        var merge = fields.Text("pull_request.number") is { } number ? $"refs/pull/{number}/merge" : null;
        return new RunRef(
            Fact.Of(merge, "the payload has no pull_request.number"),
            new Fact.Unknown(
                "it is the merge commit that GitHub makes for the pull request, and the payload may name an older one"
            )
        );
    }

    // Of a deployment by branch or tag the payload has the name alone.
    private static RunRef OfDeployment(PayloadReader fields)
    {
        var (name, sha) = (fields.Text("deployment.ref"), fields.Text("deployment.sha"));
        Fact whole =
            name is not null && name == sha ? new Fact.Known("")
            : name is not null && name.StartsWith("refs/", StringComparison.Ordinal) ? new Fact.Known(name)
            : new Fact.Unknown("the payload doesn't say whether a branch or a tag was deployed");
        return new RunRef(whole, Told(fields, "deployment.sha"));
    }

    private static Fact Told(PayloadReader fields, string path, string start = "") =>
        Fact.Of(fields.Text(path) is { } text ? start + text : null, $"the payload has no {path}");

    private static RunRef Unknown(string why) => new(new Fact.Unknown(why), new Fact.Unknown(why));
}
