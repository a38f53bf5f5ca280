namespace Synapse.Crash.Tests.Images;

/// <summary>Which of the changes that were not synced are lost with the power.</summary>
internal abstract class Loss
{
    public const int SectorBytes = 512;

    /// <summary>Nothing is lost.</summary>
    public static readonly Loss None = new KeepUpTo(long.MaxValue);

    public static IReadOnlyList<string> Names { get; } = ["everything", "nothing", "half", "torn", "reordered"];

    /// <param name="name">One of <see cref="Names"/>, for what is lost.</param>
    /// <param name="pending">The times of the changes that were not synced, rising.</param>
    /// <param name="random">For what is left to chance.</param>
    public static Loss Of(string name, IReadOnlyList<long> pending, Random random) => name switch
    {
        "everything" => new KeepUpTo(0),
        "nothing" => None,
        "half" => new KeepUpTo(pending.Count == 0 ? 0 : pending[pending.Count / 2]),
        "torn" => new Torn(pending.Count == 0 ? 0 : pending[random.Next(pending.Count)], random),
        "reordered" => new Some(pending.Where(_ => random.Next(2) == 0).ToHashSet()),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    public abstract bool Keeps(long time);

    /// <summary>The parts of a kept write that reached the disk.</summary>
    public virtual IEnumerable<(int Start, int Count)> Sectors(FileChange change) => [(0, change.Data.Length)];

    /// <summary>The older ones got through.</summary>
    private sealed class KeepUpTo(long last) : Loss
    {
        public override bool Keeps(long time) => time <= last;
    }

    /// <summary>The older ones got through, and of the last only some sectors.</summary>
    private sealed class Torn(long last, Random random) : Loss
    {
        public override bool Keeps(long time) => time <= last;

        public override IEnumerable<(int Start, int Count)> Sectors(FileChange change)
        {
            if (change.Time < last)
            {
                return base.Sectors(change);
            }

            // Sectors lie at multiples of their size in the file, not in the write.
            var parts = new List<(int, int)>();
            for (var start = 0; start < change.Data.Length;)
            {
                var count = Math.Min(change.Data.Length - start, SectorBytes - (int)((change.Offset + start) % SectorBytes));
                if (random.Next(2) == 0)
                {
                    parts.Add((start, count));
                }

                start += count;
            }

            return parts;
        }
    }

    /// <summary>Any of them got through.</summary>
    private sealed class Some(HashSet<long> kept) : Loss
    {
        public override bool Keeps(long time) => kept.Contains(time);
    }
}
