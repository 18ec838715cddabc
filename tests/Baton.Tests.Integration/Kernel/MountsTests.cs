using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

public sealed class MountsTests
{
    private const string Table = """
        1 0 8:1 / / rw,relatime - ext4 /dev/root rw
        2 1 0:20 / /mnt rw shared:1 - tmpfs tmpfs rw
        3 2 0:21 / /mnt/far rw shared:2 master:3 - nfs4 host:/x rw
        4 2 0:22 / /mnt/with\040space rw - fuse.sshfs me@host:/ rw
        5 1 0:23 / /twice rw - cifs //host/x rw
        6 1 0:24 / /twice rw - xfs /dev/b rw
        broken line
        """;

    [Theory]
    [InlineData("/", "ext4")]
    [InlineData("/home/me", "ext4")]
    [InlineData("/mnt/a", "tmpfs")]
    [InlineData("/mnt/far/b", "nfs4")]
    [InlineData("/mnt/farther", "tmpfs")]
    [InlineData("/mnt/with space/c", "fuse.sshfs")]
    [InlineData("/twice/d", "xfs")]
    public void The_longest_and_last_mount_point_counts(string path, string kind) =>
        Mounts.Kind(Table, path).ShouldBe(kind);

    [Fact]
    public void User_space_file_systems_are_judged_by_their_name()
    {
        Mounts.InUserSpace("fuse.sshfs").ShouldBeOfType<Mount.Shared>().Message.ShouldContain("fuse.sshfs");
        _ = Mounts.InUserSpace("fuse.fuse-overlayfs").ShouldBeOfType<Mount.Local>();
        _ = Mounts.InUserSpace(null).ShouldBeOfType<Mount.NotKnown>();
    }

    [Fact]
    public void A_path_that_does_not_exist_yet_is_judged_by_the_folder_above() =>
        Mounts.Under("/proc/no/such/path").ShouldBeOfType<Mount.Local>();
}
