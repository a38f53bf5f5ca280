using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>SYN4004: standard output is the run's own, and standard input may not be there. Standard error is free.</summary>
internal static class ConsoleRule
{
    private const string Writes = "writes to standard output, which carries the run's report and its events. Use 'run.Log'.";
    private const string Reads = "reads standard input, which a run on the platform does not have. Take the value as a param.";

    public static void Check(OperationAnalysisContext context, IInvocationOperation call, BodySymbols known)
    {
        if (BodySymbols.Is(call.TargetMethod.ContainingType, known.Console))
        {
            Report(context, call.TargetMethod.Name);
        }
    }

    public static void Check(OperationAnalysisContext context, IPropertyReferenceOperation property, BodySymbols known)
    {
        // Who redirects the output for a while keeps it to put it back.
        if (BodySymbols.Is(property.Property.ContainingType, known.Console) && !Redirects(property, known))
        {
            Report(context, property.Property.Name);
        }
    }

    private static void Report(OperationAnalysisContext context, string member)
    {
        var what = member switch
        {
            "Write" or "WriteLine" or "Out" or "OpenStandardOutput" or "Clear" => Writes,
            "Read" or "ReadLine" or "ReadKey" or "In" or "OpenStandardInput" => Reads,
            _ => null,
        };
        if (what is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(ReportingRules.ConsoleInAction, context.Operation.Syntax.GetLocation(), "Console." + member, what));
        }
    }

    private static bool Redirects(IOperation operation, BodySymbols known) =>
        Operations.Root(operation).Descendants().OfType<IInvocationOperation>()
            .Any(call => call.TargetMethod.Name is "SetOut" or "SetIn" && BodySymbols.Is(call.TargetMethod.ContainingType, known.Console));
}
