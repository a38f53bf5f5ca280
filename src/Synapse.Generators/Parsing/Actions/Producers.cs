using Microsoft.CodeAnalysis;
using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>An output that later steps may take.</summary>
internal sealed record Producer(StepSource Step, int Position, Returns Returns, CodecReference? Codec)
{
    /// <summary>Whether there may be nothing to take: the step is skippable, or returns a nullable reference.</summary>
    public bool MayBeMissing => Step.SkipWhen is not null || Returns.IsNullable;
}

/// <summary>The outputs so far, while steps are walked in their final order.</summary>
internal sealed class Producers
{
    private readonly List<Producer> current = [];
    private readonly List<Producer> all = [];

    public IReadOnlyList<Producer> All => all;

    /// <summary>Adds an output. A step that takes T and returns T is a filter: for later steps its output replaces the one it took.</summary>
    public void Add(Producer producer, Producer? filtered)
    {
        all.Add(producer);
        var index = filtered is null ? -1 : current.IndexOf(filtered);
        if (index >= 0)
        {
            current[index] = producer;
        }
        else
        {
            current.Add(producer);
        }
    }

    /// <summary>The outputs that a parameter of a type may take: by exact type, rows apart from values.</summary>
    public List<Producer> Of(ITypeSymbol type, bool isRows) => current.FindAll(p => Fits(p, type, isRows));

    public Producer? From(string method, ITypeSymbol type, bool isRows) =>
        all.Find(p => p.Step.Is(method) && Fits(p, type, isRows));

    public static bool Fits(Producer producer, ITypeSymbol type, bool isRows) =>
        producer.Returns.IsRows == isRows && SymbolEqualityComparer.Default.Equals(producer.Returns.Value, type);
}
