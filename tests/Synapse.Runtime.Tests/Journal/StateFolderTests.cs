using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Posix;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Journal;

public sealed class StateFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Option_wins_over_variable_and_nearest()
    {
        Directory.CreateDirectory(_folder.In(".synapse"));
        Assert.Equal(_folder.In("a"), StateFolder.Resolve("a", "/b", _folder.Path));
    }

    [Fact]
    public void Variable_wins_over_nearest()
    {
        Directory.CreateDirectory(_folder.In(".synapse"));
        Assert.Equal("/b", StateFolder.Resolve(null, "/b", _folder.Path));
    }

    [Fact]
    public void Nearest_folder_upward_is_found()
    {
        Directory.CreateDirectory(_folder.In(".synapse"));
        var below = Directory.CreateDirectory(_folder.In("x/y")).FullName;
        Assert.Equal(_folder.In(".synapse"), StateFolder.Resolve(null, null, below));
    }

    [Fact]
    public void New_folder_lies_in_the_current_directory_when_there_is_none() =>
        Assert.Equal(_folder.In(".synapse"), StateFolder.Resolve(null, "", _folder.Path));

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Folder_is_for_its_owner_only()
    {
        var state = StateFolder.Open(_folder.In(".synapse"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(state.Path));
    }

    [Fact]
    public void Folder_that_cannot_be_made_is_named_with_a_way_out()
    {
        File.WriteAllText(_folder.In("file"), "");
        var error = Assert.Throws<StateException>(() => StateFolder.Open(_folder.In("file/state")));
        Assert.Contains("--state DIR", error.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.In("file/state"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x6969u, "NFS")]
    [InlineData(0xFF534D42u, "CIFS")]
    [InlineData(0xEF53u, null)]
    [InlineData(0x01021994u, null)]
    public void Network_file_systems_are_known_by_their_magic_number(uint magic, string? name) =>
        Assert.Equal(name, FileSystemKind.NetworkName(magic));

    [Fact]
    public void Local_folder_is_no_network() => Assert.Null(FileSystemKind.NetworkName(_folder.Path));
}
