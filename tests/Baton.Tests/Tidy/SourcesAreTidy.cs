namespace Baton.Tests.Tidy;

public sealed class SourcesAreTidy
{
    private static readonly IReadOnlyList<SourceFile> All = Repository.Sources("src", "tests", "bench");

    [Fact]
    public void No_file_is_too_long() => All.SelectMany(SourceRules.Length).ShouldBeEmpty();

    [Fact]
    public void Every_namespace_is_its_folder() => All.SelectMany(SourceRules.Namespace).ShouldBeEmpty();

    [Fact]
    public void Every_file_of_the_program_is_named_after_its_type() =>
        Repository.Sources("src").SelectMany(SourceRules.NamedAfterItsType).ShouldBeEmpty();

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => All.SelectMany(SourceRules.TypeNames).ShouldBeEmpty();

    [Fact]
    public void No_test_waits_for_time_to_pass() =>
        Repository
            .Sources("tests")
            .Where(file => !file.Path.Contains("/Tidy/", StringComparison.Ordinal))
            .SelectMany(SourceRules.Waits)
            .ShouldBeEmpty();
}
