using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>
/// Looks into the method bodies of actions and step sets, and of nothing else: for other types no operation is ever made.
/// Each rule has a file; this one hands them what they look at.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [StepRules.LoopResultHasNoCodec, StepRules.LoopsShareName, .. ReportingRules.All, .. DurabilityRules.All];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Not before there is an action: the first look-up makes the compiler put all declarations together, which at
            // this time it has not done by itself.
            var known = new Lazy<BodySymbols?>(() => BodySymbols.Of(start.Compilation));
            start.RegisterSymbolStartAction(type => Begin(type, known), SymbolKind.NamedType);
        });
    }

    private static void Begin(SymbolStartAnalysisContext context, Lazy<BodySymbols?> symbols)
    {
        if (ActionBodies.Of((INamedTypeSymbol)context.Symbol, context.Compilation) is not { } bodies || symbols.Value is not { } known)
        {
            return;
        }

        var results = new LoopResultRule(known, bodies, context.Compilation);
        var names = new LoopNameRule(known);
        context.RegisterOperationAction(operation => Invocation(operation, bodies, known, results), OperationKind.Invocation);
        context.RegisterOperationAction(operation => Property(operation, bodies, known), OperationKind.PropertyReference);
        context.RegisterOperationAction(
            operation => InBody(operation, bodies, StaticRule.Check),
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.Increment,
            OperationKind.Decrement);
        context.RegisterOperationBlockAction(block =>
        {
            if (bodies.Has(block.OwningSymbol))
            {
                names.Check(block);
            }
        });
        if (bodies.IsWhole)
        {
            var fields = new FieldUses(bodies);
            context.RegisterOperationAction(fields.Add, OperationKind.FieldReference, OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.MethodReference);
            context.RegisterSymbolEndAction(end => FieldRule.Report(end, fields));
        }
    }

    private static void Invocation(OperationAnalysisContext context, ActionBodies bodies, BodySymbols known, LoopResultRule results)
    {
        if (bodies.Has(context.ContainingSymbol))
        {
            var call = (IInvocationOperation)context.Operation;
            MessageRule.Check(context, call, known);
            ConsoleRule.Check(context, call, known);
            WaitRule.Check(context, call, bodies, known);
            ExitRule.Check(context, call, known);
            KeyRule.Check(context, call, known);
            results.Check(context, call);
        }
    }

    private static void Property(OperationAnalysisContext context, ActionBodies bodies, BodySymbols known)
    {
        if (bodies.Has(context.ContainingSymbol))
        {
            var property = (IPropertyReferenceOperation)context.Operation;
            ConsoleRule.Check(context, property, known);
            WaitRule.Check(context, property, bodies, known);
        }
    }

    private static void InBody(OperationAnalysisContext context, ActionBodies bodies, Action<OperationAnalysisContext> check)
    {
        if (bodies.Has(context.ContainingSymbol))
        {
            check(context);
        }
    }
}
