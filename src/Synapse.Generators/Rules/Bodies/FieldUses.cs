using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>What the methods of a type do with its own instance fields, and which of each other they call.</summary>
internal sealed class FieldUses(ActionBodies bodies)
{
    private static readonly string[] Changing =
        ["Add", "AddRange", "Append", "AppendLine", "Clear", "Enqueue", "Insert", "Push", "Remove", "RemoveAll", "RemoveAt", "TryAdd", "UnionWith"];

    private readonly Dictionary<IMethodSymbol, Body> methods = new(SymbolEqualityComparer.Default);

    /// <summary>One method: the fields it reads and writes, and the methods of the type that it calls.</summary>
    public sealed class Body
    {
        public Dictionary<ISymbol, IOperation> Reads { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<ISymbol> Writes { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<IMethodSymbol> Calls { get; } = new(SymbolEqualityComparer.Default);
    }

    public ActionBodies Bodies => bodies;

    public Body? Of(IMethodSymbol method) => methods.TryGetValue(method, out var body) ? body : null;

    public void Add(OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is not IMethodSymbol method || !SymbolEqualityComparer.Default.Equals(method.ContainingType, bodies.Type))
        {
            return;
        }

        // Methods are analyzed side by side.
        lock (methods)
        {
            if (!methods.TryGetValue(method, out var body))
            {
                methods.Add(method, body = new());
            }

            switch (context.Operation)
            {
                case IInvocationOperation { TargetMethod: var target } when IsOwn(target):
                    body.Calls.Add(target.OriginalDefinition);
                    break;
                case IMethodReferenceOperation { Method: var target } when IsOwn(target):
                    body.Calls.Add(target.OriginalDefinition);
                    break;
                case IPropertyReferenceOperation { Property: var property } when IsOwn(property) && !IsAuto(property):
                    Accessors(property, body);
                    break;
                case IMemberReferenceOperation { Member: { IsStatic: false } member, Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } reference and (IFieldReferenceOperation or IPropertyReferenceOperation) when IsOwn(member) && !Operations.IsNamed(reference):
                    Use(reference, member, body);
                    break;
            }
        }
    }

    private static void Accessors(IPropertySymbol property, Body body)
    {
        foreach (var accessor in new[] { property.GetMethod, property.SetMethod })
        {
            if (accessor is not null)
            {
                body.Calls.Add(accessor);
            }
        }
    }

    private static void Use(IMemberReferenceOperation reference, ISymbol member, Body body)
    {
        if (IsWritten(reference, out var isReadToo))
        {
            body.Writes.Add(member);
        }
        else
        {
            isReadToo = true;
        }

        if (isReadToo && (!body.Reads.TryGetValue(member, out var first) || reference.Syntax.SpanStart < first.Syntax.SpanStart))
        {
            body.Reads[member] = reference;
        }
    }

    private static bool IsWritten(IMemberReferenceOperation reference, out bool isReadToo)
    {
        isReadToo = reference.Parent is ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref };
        return reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => true,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation several } tuple => several.Target == tuple,
            IInvocationOperation call => call.Instance == reference && IsCollection(reference.Type) && Array.IndexOf(Changing, call.TargetMethod.Name) >= 0,
            IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IAssignmentOperation set } indexer => indexer.Instance == reference && set.Target == indexer && IsCollection(reference.Type),
            _ => false,
        };
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() is { } space && space.StartsWith("System.Collections", StringComparison.Ordinal) || type is { Name: "StringBuilder" };

    private bool IsOwn(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, bodies.Type);

    private static bool IsAuto(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
}
