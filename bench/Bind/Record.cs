namespace Bind;

/// <summary>Six values of the usual types, without constraints: what is measured is the reading.</summary>
[Params]
public sealed partial record Record
{
    /// <summary>A number.</summary>
    public required int Dataset { get; init; }

    /// <summary>A text.</summary>
    public required string Name { get; init; }

    /// <summary>A fraction.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>A switch.</summary>
    public bool Shuffle { get; init; }

    /// <summary>A moment.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>An identity.</summary>
    public Guid Id { get; init; }
}
