using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>The types that rules over method bodies look for, looked up once a compilation.</summary>
internal sealed class BodySymbols
{
    private BodySymbols(Compilation compilation, INamedTypeSymbol context)
    {
        Context = context;
        INamedTypeSymbol? Type(string name) => compilation.GetTypeByMetadataName(name);
        RunLog = Type("Synapse.RunLog");
        LoopOptions = Type("Synapse.ForEachOptions");
        Console = Type("System.Console");
        Environment = Type("System.Environment");
        Process = Type("System.Diagnostics.Process");
        Task = Type("System.Threading.Tasks.Task");
        TaskOf = Type("System.Threading.Tasks.Task`1");
        ValueTaskOf = Type("System.Threading.Tasks.ValueTask`1");
        ValueTask = Type("System.Threading.Tasks.ValueTask");
        DateTime = Type("System.DateTime");
        DateTimeOffset = Type("System.DateTimeOffset");
        TimeProvider = Type("System.TimeProvider");
        Guid = Type("System.Guid");
        Random = Type("System.Random");
        RandomNumbers = Type("System.Security.Cryptography.RandomNumberGenerator");
        Stopwatch = Type("System.Diagnostics.Stopwatch");
        Path = Type("System.IO.Path");
    }

    public INamedTypeSymbol Context { get; }

    public INamedTypeSymbol? RunLog { get; }

    public INamedTypeSymbol? LoopOptions { get; }

    public INamedTypeSymbol? Console { get; }

    public INamedTypeSymbol? Environment { get; }

    public INamedTypeSymbol? Process { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOf { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOf { get; }

    public INamedTypeSymbol? DateTime { get; }

    public INamedTypeSymbol? DateTimeOffset { get; }

    public INamedTypeSymbol? TimeProvider { get; }

    public INamedTypeSymbol? Guid { get; }

    public INamedTypeSymbol? Random { get; }

    public INamedTypeSymbol? RandomNumbers { get; }

    public INamedTypeSymbol? Stopwatch { get; }

    public INamedTypeSymbol? Path { get; }

    /// <summary>Null in a project that does not refer to Synapse: there are no actions to look into.</summary>
    public static BodySymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Synapse.ActionContext") is { } context ? new(compilation, context) : null;

    public static bool Is(ISymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);

    public bool IsTask(ITypeSymbol? type) =>
        Is(type, Task) || Is(type, ValueTask) || type is INamedTypeSymbol { IsGenericType: true } && (Is(type.OriginalDefinition, TaskOf) || Is(type.OriginalDefinition, ValueTaskOf));

    /// <summary>One of the overloads of <c>ForEachAsync</c> of a context.</summary>
    public bool IsLoop(IMethodSymbol method) => method.Name == "ForEachAsync" && Is(method.ContainingType, Context);

    /// <summary>Whether the SDK itself declares the member.</summary>
    public bool IsOfSdk(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, Context.ContainingAssembly);
}
