using System.Globalization;
using System.Text;

namespace Baton.Runtime.Stores.Git;

/// <summary>A commit of one file, to be made.</summary>
/// <param name="Name">The file's name, and in the scratch repository that of its branch.</param>
/// <param name="Title">The commit's message.</param>
/// <param name="Content">What is in the file.</param>
internal sealed record FileCommit(string Name, string Title, ReadOnlyMemory<byte> Content)
{
    /// <summary>The file of a state.</summary>
    public const string State = "state";

    /// <summary>The file of audit entries.</summary>
    public const string Audit = "entries";

    /// <summary>The file of a ticket.</summary>
    public const string Ticket = "commands";

    /// <summary>Its parent; none if not said.</summary>
    public string? Parent { get; init; }

    /// <summary>
    /// The orders to make commits, and to print their names in the order of the list:
    /// https://git-scm.com/docs/git-fast-import#_input_format
    /// </summary>
    public static byte[] Orders(IReadOnlyList<FileCommit> commits, DateTimeOffset now)
    {
        using var orders = new MemoryStream();
        for (var i = 0; i < commits.Count; i++)
            commits[i].Order(orders, i + 1, now);
        for (var i = 0; i < commits.Count; i++)
            Say(orders, string.Create(CultureInfo.InvariantCulture, $"get-mark :{i + 1}\n"));
        Say(orders, "done\n");
        return orders.ToArray();
    }

    private void Order(MemoryStream orders, int mark, DateTimeOffset now)
    {
        var file = mark + 1000;
        Say(orders, string.Create(CultureInfo.InvariantCulture, $"blob\nmark :{file}\ndata {Content.Length}\n"));
        orders.Write(Content.Span);
        Say(orders, string.Create(CultureInfo.InvariantCulture, $"\ncommit refs/made/{Name}\nmark :{mark}\n"));
        Say(
            orders,
            string.Create(
                CultureInfo.InvariantCulture,
                $"committer Baton <baton@localhost> {now.ToUnixTimeSeconds()} +0000\n"
            )
        );
        var title = Encoding.UTF8.GetBytes(Title);
        Say(orders, string.Create(CultureInfo.InvariantCulture, $"data {title.Length}\n"));
        orders.Write(title);
        if (Parent is not null)
            Say(orders, $"\nfrom {Parent}\ndeleteall");
        Say(orders, string.Create(CultureInfo.InvariantCulture, $"\nM 100644 :{file} {Name}\n\n"));
    }

    private static void Say(MemoryStream orders, string line) => orders.Write(Encoding.ASCII.GetBytes(line));
}
