using System.Diagnostics;

namespace Baton.Tests.Integration.Cli;

/// <summary>The program as <c>./build program</c> publishes it; <c>./build test</c> says where it is in BATON_PROGRAM.</summary>
public sealed class PublishedProgramTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly string elsewhere = Directory.CreateTempSubdirectory("baton-elsewhere-").FullName;

    public void Dispose() => Directory.Delete(elsewhere, recursive: true);

    [Fact]
    public async Task It_starts_from_any_folder_and_says_its_version()
    {
        var program = Environment.GetEnvironmentVariable("BATON_PROGRAM");
        Assert.SkipWhen(string.IsNullOrEmpty(program), "BATON_PROGRAM is not set: run ./build test");

        var start = new ProcessStartInfo(program!, ["--version"])
        {
            WorkingDirectory = elsewhere,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        using var bound = new CancellationTokenSource(Bound);
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync(bound.Token);
        var complained = process.StandardError.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);

        process.ExitCode.ShouldBe(0, await complained);
        (await said).Trim().ShouldNotBeEmpty();
    }

    [Fact]
    public void The_sqlite_library_lies_beside_it()
    {
        var program = Environment.GetEnvironmentVariable("BATON_PROGRAM");
        Assert.SkipWhen(string.IsNullOrEmpty(program), "BATON_PROGRAM is not set: run ./build test");

        Directory.EnumerateFiles(Path.GetDirectoryName(program!)!, "*e_sqlite3*").ShouldNotBeEmpty();
    }
}
