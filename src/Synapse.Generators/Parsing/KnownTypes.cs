using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>The types that a parse recognizes, looked up once a compilation.</summary>
internal sealed class KnownTypes
{
    private static readonly ConditionalWeakTable<Compilation, KnownTypes> ByCompilation = new();

    /// <summary>
    /// The simple names of all types that a parse looks up by itself: the project may declare one of them, and no file has
    /// to name it for that to matter.
    /// </summary>
    public static readonly string[] Names =
    [
        "CancellationToken", "Task", "ValueTask", "IAsyncEnumerable", "TimeProvider", "DurableList", "StepAttempt",
        "ActionContext", "ILogger", "IBackend", "ActionHooks", .. Actions.ActionKinds.All.Select(k => k.Context),
        .. Actions.ActionKinds.All.Select(k => k.StandardSet).OfType<string>(),
    ];

    private KnownTypes(Compilation compilation)
    {
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        TimeProvider = compilation.GetTypeByMetadataName("System.TimeProvider");
        DurableList = compilation.GetTypeByMetadataName("Synapse.DurableList`1");
        StepAttempt = compilation.GetTypeByMetadataName("Synapse.StepAttempt");
        ActionContext = compilation.GetTypeByMetadataName("Synapse.ActionContext");
        Logger = compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.ILogger");
        Backend = compilation.GetTypeByMetadataName("Synapse.Backends.IBackend");
        ActionHooks = compilation.GetTypeByMetadataName("Synapse.ActionHooks");
    }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOf { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOf { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol? TimeProvider { get; }

    public INamedTypeSymbol? DurableList { get; }

    public INamedTypeSymbol? StepAttempt { get; }

    public INamedTypeSymbol? ActionContext { get; }

    public INamedTypeSymbol? Logger { get; }

    public INamedTypeSymbol? Backend { get; }

    public INamedTypeSymbol? ActionHooks { get; }

    public static KnownTypes Of(Compilation compilation) => ByCompilation.GetValue(compilation, static c => new(c));

    public static bool Is(ISymbol? type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type, known);

    public static bool IsMadeFrom(ITypeSymbol type, INamedTypeSymbol? generic) =>
        type is INamedTypeSymbol { IsGenericType: true } named && Is(named.OriginalDefinition, generic);
}
