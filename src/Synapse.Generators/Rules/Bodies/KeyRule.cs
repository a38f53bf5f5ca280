using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>SYN6006: what finds work again after a crash must not be made of the clock or of chance.</summary>
internal static class KeyRule
{
    private const int Depth = 4;

    public static void Check(OperationAnalysisContext context, IInvocationOperation call, BodySymbols known)
    {
        if (!known.IsOfSdk(call.TargetMethod))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            var what = argument.Parameter?.Name == "key" ? known.IsLoop(call.TargetMethod) ? "the item" : "what the call created"
                : argument.Parameter?.Name == "name" && known.IsLoop(call.TargetMethod) ? "the loop"
                : null;
            if (what is not null && Find(argument.Value, known, Depth) is { } source)
            {
                context.ReportDiagnostic(Diagnostic.Create(DurabilityRules.UnstableKey, source.Operation.Syntax.GetLocation(), source.Name, what));
            }
        }
    }

    private static (IOperation Operation, string Name)? Find(IOperation value, BodySymbols known, int depth)
    {
        foreach (var operation in value.DescendantsAndSelf())
        {
            if (Name(operation, known) is { } name)
            {
                return (operation, name);
            }

            if (operation is ILocalReferenceOperation local && depth > 0 && Operations.Initializer(local) is { } initial && Find(initial, known, depth - 1) is { } source)
            {
                return source;
            }
        }

        return null;
    }

    private static string? Name(IOperation operation, BodySymbols known)
    {
        var member = operation switch
        {
            IPropertyReferenceOperation property => property.Property,
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation { Arguments.Length: 0, Constructor: { } constructor } => constructor,
            _ => (ISymbol?)null,
        };
        return member is not null && IsUnstable(member, operation, known) ? member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {member.ContainingType.Name}" : $"{member.ContainingType.Name}.{member.Name}" : null;
    }

    private static bool IsUnstable(ISymbol member, IOperation operation, BodySymbols known)
    {
        var type = member.ContainingType;
        return member.Name switch
        {
            "Now" or "UtcNow" or "Today" => BodySymbols.Is(type, known.DateTime) || BodySymbols.Is(type, known.DateTimeOffset),
            "NewGuid" or "CreateVersion7" => BodySymbols.Is(type, known.Guid),
            "TickCount" or "TickCount64" or "ProcessId" => BodySymbols.Is(type, known.Environment),
            "GetTimestamp" => BodySymbols.Is(type, known.Stopwatch),
            "GetRandomFileName" or "GetTempFileName" => BodySymbols.Is(type, known.Path),
            "Shared" or ".ctor" => BodySymbols.Is(type, known.Random),
            "GetUtcNow" or "GetLocalNow" => BodySymbols.Is(type, known.TimeProvider) && operation is IInvocationOperation { Instance: IPropertyReferenceOperation { Property.Name: "System" } },
            _ => operation is IInvocationOperation && BodySymbols.Is(type, known.RandomNumbers),
        };
    }
}
