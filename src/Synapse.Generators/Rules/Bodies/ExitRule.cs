using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>SYN6004: the process is the run's to end. Killing another process is not judged.</summary>
internal static class ExitRule
{
    public static void Check(OperationAnalysisContext context, IInvocationOperation call, BodySymbols known)
    {
        var method = call.TargetMethod;
        if (method.Name is "Exit" or "FailFast" && BodySymbols.Is(method.ContainingType, known.Environment) ||
            method.Name == "Kill" && BodySymbols.Is(method.ContainingType, known.Process) && IsOwnProcess(call.Instance, known))
        {
            context.ReportDiagnostic(Diagnostic.Create(DurabilityRules.ProcessEnded, call.Syntax.GetLocation(), $"{method.ContainingType.Name}.{method.Name}"));
        }
    }

    private static bool IsOwnProcess(IOperation? process, BodySymbols known) => process switch
    {
        IInvocationOperation call => call.TargetMethod.Name == "GetCurrentProcess" && BodySymbols.Is(call.TargetMethod.ContainingType, known.Process),
        ILocalReferenceOperation local => Operations.Initializer(local) is { } value && IsOwnProcess(value, known),
        _ => false,
    };
}
