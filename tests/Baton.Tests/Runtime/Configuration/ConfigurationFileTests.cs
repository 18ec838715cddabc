using Baton.Runtime.Configuration;

namespace Baton.Tests.Runtime.Configuration;

public sealed class ConfigurationFileTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("baton-configuration-").FullName;

    [Fact]
    public void No_file_is_none() => ConfigurationFile.Load(root).ShouldBeOfType<ConfigurationReading.None>();

    [Theory]
    [InlineData("baton.yml")]
    [InlineData(".github/baton.yml")]
    public void Either_place_is_read(string place)
    {
        Write(place, "mode: observe");
        var read = ConfigurationFile.Load(root).ShouldBeOfType<ConfigurationReading.Read>();
        read.File.ShouldBe(place);
        read.Configuration.Mode.ShouldBe(Mode.Observe);
    }

    [Fact]
    public void Both_at_once_are_an_error_that_names_both()
    {
        Write("baton.yml", "");
        Write(".github/baton.yml", "");
        Finding().ShouldBe("baton.yml:1:1: both baton.yml and .github/baton.yml are there (keep one of them)");
    }

    [Theory]
    [InlineData("baton.yaml", "baton.yml")]
    [InlineData(".github/baton.yaml", ".github/baton.yml")]
    public void The_other_ending_is_an_error(string name, string right)
    {
        Write(name, "mode: observe");
        Finding().ShouldBe($"{name}:1:1: the file's name ends in .yml (rename it to {right})");
    }

    [Fact]
    public void A_huge_file_is_refused()
    {
        Write("baton.yml", new string('#', 2_000_000));
        Finding().ShouldContain("2000000 bytes");
    }

    [Fact]
    public void A_named_file_that_is_not_there_is_an_error() =>
        ConfigurationFile
            .Read(Path.Combine(root, "x.yml"), "x.yml")
            .ShouldBeOfType<ConfigurationReading.Malformed>()
            .Findings[0]
            .Message.ShouldStartWith("the file can't be read");

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Finding() =>
        ConfigurationFile
            .Load(root)
            .ShouldBeOfType<ConfigurationReading.Malformed>()
            .Findings.ShouldHaveSingleItem()
            .ToString();

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, name))!);
        File.WriteAllText(Path.Combine(root, name), text);
    }
}
