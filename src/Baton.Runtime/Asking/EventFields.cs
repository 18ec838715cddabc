using Baton.Runtime.Ci;
using Baton.Workflows.Templates;

namespace Baton.Runtime.Asking;

/// <summary>
/// The fields that names may have: those of the CI service under <c>github.</c>, the item of a batch, and those of the
/// event's payload. The payload is read when the first field of it is looked up, since most names have none.
/// </summary>
internal sealed class EventFields(CiEnvironment ci, string? path, string? item) : IFieldSource
{
    private readonly Dictionary<string, string> given = Given(ci, item);
    private PayloadFields? fields;

    /// <summary>Why the payload can't be used, once that is known.</summary>
    public string? Trouble { get; private set; }

    public Field Find(string path)
    {
        if (given.ContainsKey(path))
            return new PayloadFields(null, given).Find(path);
        return (fields ??= Load()).Find(path);
    }

    private static Dictionary<string, string> Given(CiEnvironment ci, string? item)
    {
        var given = new Dictionary<string, string>(ci.Fields(), StringComparer.Ordinal);
        if (item is not null)
            given["item"] = item;
        return given;
    }

    private PayloadFields Load()
    {
        var payload = EventPayload.Load(path);
        Trouble = payload switch
        {
            EventPayload.Broken broken => broken.Message,
            EventPayload.None => "there is no event payload: GITHUB_EVENT_PATH isn't set, and --event names none",
            _ => null,
        };
        return new PayloadFields(payload is EventPayload.Loaded loaded ? loaded.Root : null, given);
    }
}
