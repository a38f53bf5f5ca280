using Synapse.Backend.Tests.Support;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Backend.Tests;

/// <summary>An index as an older plugin left it.</summary>
public sealed class MigrationTests : IDisposable
{
    private const string Rows =
        """
        INSERT INTO content(id, segment, offset, size, sha256) VALUES (1, 1, 0, 4, x'00');
        INSERT INTO data_file(id, name, content, origin) VALUES (7, 'a.bin', 1, 'file');
        INSERT INTO data_unit(id) VALUES (3), (4);
        INSERT INTO data_unit_call(origin, first, count) VALUES ('units', 3, 2);
        INSERT INTO data_unit_file(unit, part, file) VALUES (3, 'image', 7), (4, 'image', 7);
        INSERT INTO dataset(id, name, origin) VALUES (5, 'd', 'dataset');
        INSERT INTO dataset_item(dataset, unit, split, label) VALUES (5, 4, 'train', 'cat'), (5, 3, 'test', NULL);
        """;

    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Older_index_keeps_its_rows(int version)
    {
        Leave(version);
        Assert.Equal([3L, 4], await _test.Backend.DataUnits.ListAsync().Select(unit => unit.Id).ToListAsync());
        Assert.Equal(["test", "train"], await _test.Backend.Datasets.ListItemsAsync(5).Select(item => item.Split).ToListAsync());
    }

    [Fact]
    public async Task Items_of_an_older_index_get_ids_in_the_order_of_their_units()
    {
        Leave(2);
        var truths = await _test.Backend.GroundTruths.ListAsync(new() { Dataset = 5 }).ToListAsync();
        Assert.Equal([(1L, 3L, null), (2L, 4L, "cat")], truths.Select(truth => (truth.Id, truth.DataUnit, truth.Label)));
    }

    [Fact]
    public async Task Key_of_a_call_stands_for_the_same_units_as_before()
    {
        Leave(2);
        NewDataUnit unit = new(new Dictionary<string, long> { ["image"] = 7 });
        Assert.Equal([3L, 4], await _test.Backend.DataUnits.CreateAsync([unit, unit], "units"));
    }

    [Fact]
    public async Task Index_is_brought_up_to_date_by_two_at_once()
    {
        Leave(1);
        using var second = _test.Second();
        await Task.WhenAll(
            Task.Run(() => _test.Backend.Projects.ListAsync().CountAsync().AsTask()),
            Task.Run(() => second.Projects.ListAsync().CountAsync().AsTask()));
        Assert.Equal(2, await second.GroundTruths.CountAsync(new() { Dataset = 5 }));
    }

    private void Leave(int version)
    {
        Directory.CreateDirectory(_test.Folder);
        using var database = SqliteDatabase.Open(Path.Combine(_test.Folder, "local.db"), SqliteOpenMode.Create);
        foreach (var sql in IndexSchema.Versions.Take(version))
        {
            database.Execute(sql);
        }

        database.Execute(Rows);
        database.ApplicationId = IndexSchema.ApplicationId;
        database.UserVersion = version;
    }
}
