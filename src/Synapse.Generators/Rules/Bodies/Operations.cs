using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>Ways through operations that several rules go.</summary>
internal static class Operations
{
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The method, lambda or local function that the operation stands in.</summary>
    public static IMethodSymbol? Function(IOperation operation, ISymbol containing)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda)
            {
                return lambda.Symbol;
            }

            if (current is ILocalFunctionOperation function)
            {
                return function.Symbol;
            }
        }

        return containing as IMethodSymbol;
    }

    public static IOperation Unconverted(IOperation value) => value switch
    {
        IConversionOperation conversion => Unconverted(conversion.Operand),
        IParenthesizedOperation parenthesized => Unconverted(parenthesized.Operand),
        IDelegateCreationOperation creation => Unconverted(creation.Target),
        _ => value,
    };

    /// <summary>What a local is initialized with where it is declared, or null.</summary>
    public static IOperation? Initializer(ILocalReferenceOperation reference) =>
        Root(reference).Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, reference.Local)) is { } declarator
            ? (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value
            : null;

    /// <summary>Where the name of the called method stands.</summary>
    public static Location NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: var called }
        ? (called switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => called,
        }).GetLocation()
        : call.Syntax.GetLocation();

    public static bool IsNamed(IOperation operation) => operation.Parent is INameOfOperation;
}
