using System.Text;
using Baton.Runtime.Ci;

namespace Baton.Tests.Runtime.Ci;

public sealed class EventPayloadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("baton-payload-").FullName;

    [Fact]
    public void No_path_is_no_payload() => EventPayload.Load(null).ShouldBeOfType<EventPayload.None>();

    [Theory]
    [InlineData("""{"issue":{"number":42}}""")]
    [InlineData("\ufeff{\"issue\":{\"number\":42}}")]
    public void A_payload_is_loaded(string text) =>
        EventPayload
            .Load(Write(Encoding.UTF8.GetBytes(text)))
            .ShouldBeOfType<EventPayload.Loaded>()
            .Root.GetProperty("issue")
            .GetProperty("number")
            .GetInt32()
            .ShouldBe(42);

    [Theory]
    [InlineData("", "it is not JSON")]
    [InlineData("{", "it is not JSON")]
    [InlineData("[1]", "it is JSON, but not an object")]
    [InlineData("{}{}", "it is not JSON")]
    [InlineData("{\"a\":\"\n\"}", "it is not JSON")]
    public void A_broken_payload_is_told(string text, string expected) =>
        Broken(Encoding.UTF8.GetBytes(text)).ShouldContain(expected);

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Depth_is_bounded(int arrays, bool good)
    {
        var payload = EventPayload.Load(
            Write(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', arrays) + new string(']', arrays) + "}"))
        );
        (payload is EventPayload.Loaded).ShouldBe(good);
    }

    [Fact]
    public void Size_is_bounded()
    {
        var path = Path.Combine(folder, "huge.json");
        using (var stream = File.Create(path))
            stream.SetLength(EventPayload.LargestPayload + 1L);
        EventPayload.Load(path).ShouldBeOfType<EventPayload.Broken>().Message.ShouldContain("larger than 26 MB");
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        EventPayload
            .Load(Path.Combine(folder, "nowhere.json"))
            .ShouldBeOfType<EventPayload.Broken>()
            .Message.ShouldContain("nowhere.json");

    [Fact]
    public void A_folder_is_told() => EventPayload.Load(folder).ShouldBeOfType<EventPayload.Broken>();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Broken(byte[] bytes) =>
        EventPayload.Load(Write(bytes)).ShouldBeOfType<EventPayload.Broken>().Message;

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(folder, "event.json");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
