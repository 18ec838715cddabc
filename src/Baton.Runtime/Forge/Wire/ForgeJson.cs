using System.Text.Json.Serialization;

namespace Baton.Runtime.Forge.Wire;

/// <summary>How the service's JSON is read and written, made when the program is compiled.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false,
    MaxDepth = 64
)]
[JsonSerializable(typeof(RefAnswer))]
[JsonSerializable(typeof(IReadOnlyList<PullRequestAnswer>))]
[JsonSerializable(typeof(IssueAnswer))]
[JsonSerializable(typeof(IReadOnlyList<LabelAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<CommentAnswer>))]
[JsonSerializable(typeof(CommentAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(LinkedAnswer))]
[JsonSerializable(typeof(LabelsBody))]
[JsonSerializable(typeof(AssigneesBody))]
[JsonSerializable(typeof(CommentBody))]
[JsonSerializable(typeof(QueryBody))]
internal sealed partial class ForgeJson : JsonSerializerContext;
