using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Checks;

/// <summary>What is wrong within one job.</summary>
internal sealed class JobCheck(SourceFile file)
{
    private readonly StepCheck steps = new(file);

    public void Check(Job job)
    {
        if (job.Id.Text.Length > 0)
            Identifier.Check(job.Id, file);
        if (job.Strategy is Setting<Strategy>.Written { Value.Matrix: Setting<Matrix>.Written { Value: var matrix } })
            MatrixCheck.Check(matrix, file);
        if (job is Job.Normal normal)
            Check(normal);
        else if (job is Job.Call { Uses: { } uses })
            CheckCall(uses);
    }

    private void Check(Job.Normal job)
    {
        if (job.RunsOn?.Group is Setting<string>.Written group)
            CheckGroup(group);
        CheckImage(job.Container);
        if (job.Services is Setting<IReadOnlyList<Service>>.Written { Value: var services })
        {
            foreach (var service in services)
                CheckImage(service.Container);
        }

        if (job.Snapshot is Setting<Snapshot>.Written { Value: var snapshot })
            CheckSnapshot(snapshot);
        steps.Check(job.Steps);
    }

    private void CheckGroup(Setting<string>.Written group)
    {
        var parts = group.Value.Split('/');
        if (parts.Length == 1)
            return;
        if (parts.Length > 2 || parts[0] is not ("org" or "organization" or "ent" or "enterprise"))
            file.Add(
                group.Node,
                $"{OneLine.Quoted(group.Value, 60)} is no name of a runner group",
                "before the name can stand organization/ or enterprise/, once"
            );
        else if (parts[1].Length == 0)
            file.Add(
                group.Node,
                $"{OneLine.Quoted(group.Value, 60)} names no runner group",
                "write its name after the /"
            );
    }

    private void CheckImage(Setting<Container>? container)
    {
        if (container is not Setting<Container>.Written { Value: { Node: YamlMapping, Image: null } written })
            return;
        file.AddMissing(written.Node, "a container must have the key image", "name the image, as in image: node:22");
    }

    private void CheckSnapshot(Snapshot snapshot)
    {
        if (snapshot.Version is not Setting<string>.Written version)
            return;
        var parts = version.Value.Split('.');
        if (parts.Length != 2 || parts[1] != "*" || parts[0].Length == 0 || !parts[0].All(char.IsAsciiDigit))
            file.Add(
                version.Node,
                $"{OneLine.Quoted(version.Value, 60)} is no version of an image",
                "write it as in 1.*"
            );
    }

    private void CheckCall(YamlScalar uses)
    {
        if (CalledFile.Of(uses.Text) is null)
            file.Add(
                uses,
                $"{OneLine.Quoted(uses.Text, 80)} names no workflow",
                "write ./.github/workflows/FILE.yml, or OWNER/REPOSITORY/.github/workflows/FILE.yml@REF"
            );
    }
}
