using System.Diagnostics;
using System.Globalization;
using SQLitePCL;

namespace Steps;

/// <summary>Times between step bodies, and of bare commits beside them in the same process.</summary>
internal static class Gaps
{
    private const int Commits = 64;
    private static readonly List<long> marks = [];

    public static void Mark() => marks.Add(Stopwatch.GetTimestamp());

    public static void Write(string path)
    {
        var gaps = marks.Zip(marks.Skip(1), (a, b) => Nanoseconds(b - a)).Skip(2);
        File.WriteAllLines(path, [.. gaps.Select(g => "gap " + g), .. BareCommits(path + ".db").Select(c => "commit " + c)]);
    }

    private static List<string> BareCommits(string path)
    {
        raw.sqlite3_open(path, out var database);
        foreach (var sql in (string[])["PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE step(id INTEGER PRIMARY KEY, output TEXT)"])
        {
            raw.sqlite3_exec(database, sql);
        }
        raw.sqlite3_prepare_v2(database, "INSERT INTO step(output) VALUES('{}')", out var insert);
        var times = new List<string>();
        for (var i = 0; i < Commits; i++)
        {
            var start = Stopwatch.GetTimestamp();
            raw.sqlite3_step(insert);
            raw.sqlite3_reset(insert);
            times.Add(Nanoseconds(Stopwatch.GetTimestamp() - start));
        }
        insert.Dispose();
        database.Dispose();
        return times;
    }

    private static string Nanoseconds(long ticks) => (ticks * (1_000_000_000 / Stopwatch.Frequency)).ToString(CultureInfo.InvariantCulture);
}
