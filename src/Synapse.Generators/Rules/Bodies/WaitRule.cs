using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>
/// SYN6003: a wait that could be an await. Judged only where a task can be awaited, and only tasks that cannot have been
/// waited for before: what a call just returned, and locals that hold that and are used for nothing else.
/// </summary>
internal static class WaitRule
{
    public static void Check(OperationAnalysisContext context, IPropertyReferenceOperation property, ActionBodies bodies, BodySymbols known)
    {
        if (property.Property.Name == "Result" && known.IsTask(property.Property.ContainingType) && IsRunning(property.Instance, known))
        {
            Report(context, property, property.Property.Name, bodies);
        }
    }

    public static void Check(OperationAnalysisContext context, IInvocationOperation call, ActionBodies bodies, BodySymbols known)
    {
        var method = call.TargetMethod;
        var isWait = method.Name switch
        {
            "Wait" => known.IsTask(method.ContainingType) && method.Parameters.Length == 0 && IsRunning(call.Instance, known),
            "GetResult" => Awaited(call) is { } task && known.IsTask(task.Type) && IsRunning(task, known),
            "WaitAll" => BodySymbols.Is(method.ContainingType, known.Task) && method.Parameters.Length == 1,
            _ => false,
        };
        if (isWait)
        {
            Report(context, call, method.Name == "GetResult" ? "GetAwaiter().GetResult" : method.Name, bodies);
        }
    }

    /// <summary>The task of <c>task.ConfigureAwait(…).GetAwaiter().GetResult()</c>.</summary>
    private static IOperation? Awaited(IInvocationOperation getResult) =>
        getResult.Instance is not IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } awaited } ? null
        : awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } ? configured
        : awaited;

    private static bool IsRunning(IOperation? task, BodySymbols known) => task switch
    {
        IInvocationOperation call => !(known.IsTask(call.TargetMethod.ContainingType) && call.TargetMethod.Name.StartsWith("From", StringComparison.Ordinal)),
        ILocalReferenceOperation local => Operations.Initializer(local) is IInvocationOperation call && IsRunning(call, known) && IsOnlyWaitedFor(local),
        _ => false,
    };

    private static bool IsOnlyWaitedFor(ILocalReferenceOperation local) =>
        Operations.Root(local).Descendants().OfType<ILocalReferenceOperation>()
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Local, local.Local))
            .All(other => other.Parent is IPropertyReferenceOperation { Property.Name: "Result" } or IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter" });

    private static void Report(OperationAnalysisContext context, IOperation wait, string name, ActionBodies bodies)
    {
        if (Operations.Function(wait, context.ContainingSymbol) is { } function && (function.IsAsync || bodies.IsEntry(function) && !IsTask(function)) && CanAwait(wait.Syntax))
        {
            context.ReportDiagnostic(Diagnostic.Create(DurabilityRules.BlockingWait, wait.Syntax.GetLocation(), name));
        }
    }

    // Such a method would have to be rewritten to await: it hands tasks on.
    private static bool IsTask(IMethodSymbol method) => method.ReturnType.Name is "Task" or "ValueTask" or "IAsyncEnumerable";

    private static bool CanAwait(SyntaxNode wait) =>
        wait.Ancestors().TakeWhile(n => n is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .All(n => n is not (LockStatementSyntax or UnsafeStatementSyntax or QueryExpressionSyntax or CatchFilterClauseSyntax));
}
