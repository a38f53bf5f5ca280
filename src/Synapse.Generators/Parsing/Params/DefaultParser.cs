using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Emission;
using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Parsing.Params;

/// <summary>The value of an absent param, as far as it can be known without running code.</summary>
/// <param name="IsWritten">There is an initializer or a parameter default.</param>
/// <param name="IsConstant">Its value is known.</param>
/// <param name="Value">The value as the compiler hands it out.</param>
/// <param name="Text">As written.</param>
/// <param name="Json">As JSON, where it is constant.</param>
/// <param name="CSharp">As C#, for a parameter.</param>
internal sealed record ParamDefault(bool IsWritten, bool IsConstant, object? Value, string Text, string? Json, string CSharp)
{
    public bool IsNull => IsConstant && Value is null;
}

/// <summary>Reads initializers: constants are evaluated, empty collections are recognised, anything else stays unknown.</summary>
internal sealed class DefaultParser(IPropertySymbol property, IParameterSymbol? parameter, ParamValue value, Compilation compilation, CancellationToken cancellation)
{
    public ParamDefault Parse()
    {
        if (ParamsManifest.IsCompiled(property))
        {
            return new(IsWritten: true, IsConstant: false, Value: null, string.Empty, ParamsManifest.Of(property).Default, string.Empty);
        }

        if (parameter is not null)
        {
            return parameter.HasExplicitDefaultValue ? OfParameter(parameter.ExplicitDefaultValue) : Unwritten();
        }

        return Initializer() is { } initializer ? OfInitializer(initializer) : Unwritten();
    }

    private ParamDefault OfParameter(object? constant)
    {
        // default(TimeSpan) is handed out as null.
        var isStructDefault = constant is null && value is { IsReference: false, IsNullable: false };
        var csharp = isStructDefault ? "default" : value is EnumParam ? $"({value.Type})({Literal.Of(constant)})" : Literal.Of(constant);
        return new(IsWritten: true, !isStructDefault, constant, csharp, isStructDefault ? null : Json(constant), csharp);
    }

    private ParamDefault OfInitializer(ExpressionSyntax initializer)
    {
        var text = initializer.ToString();
        var bare = initializer;
        while (bare is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            bare = suppressed.Operand;
        }

        if (bare.IsKind(SyntaxKind.DefaultLiteralExpression) && value.IsReference)
        {
            return new(IsWritten: true, IsConstant: true, Value: null, text, "null", "default");
        }

        if (OfLiteral(bare) is { } known)
        {
            return new(IsWritten: true, IsConstant: true, known, text, Json(known), string.Empty);
        }

        // A default is read once in a parse, of which the memo answers all repeats.
        var constant = compilation.GetSemanticModel(initializer.SyntaxTree).GetConstantValue(bare, cancellation);
        return constant.HasValue
            ? new(IsWritten: true, IsConstant: true, constant.Value, text, Json(constant.Value), string.Empty)
            : new(IsWritten: true, IsConstant: false, Value: null, text, Empty(bare), string.Empty);
    }

    // A literal of the property's own type is what it says; to have it bound would cost more than the rest of the parse.
    private object? OfLiteral(ExpressionSyntax initializer)
    {
        var known = initializer is LiteralExpressionSyntax { ContainsDiagnostics: false, Token.Value: var written } ? written : null;
        return (property.Type.SpecialType, known) is
            (SpecialType.System_Int32, int) or (SpecialType.System_Int64, long) or (SpecialType.System_Double, double) or
            (SpecialType.System_Single, float) or (SpecialType.System_Decimal, decimal) or (SpecialType.System_Boolean, bool) or
            (SpecialType.System_String, string) ? known : null;
    }

    // Without an initializer a value type has its zero; saying so is part of the schema.
    private ParamDefault Unwritten()
    {
        object? zero = value switch
        {
            { IsNullable: true } => null,
            ScalarParam { Scalar.Kind: ScalarKind.Integer } => 0,
            ScalarParam { Scalar.Kind: ScalarKind.Floating } => 0d,
            ScalarParam { Scalar.Kind: ScalarKind.Decimal } => 0m,
            ScalarParam { Scalar.Kind: ScalarKind.Switch } => false,
            _ => null,
        };
        return new(IsWritten: false, zero is not null, zero, string.Empty, zero is null ? null : Json(zero), "default");
    }

    private ExpressionSyntax? Initializer() => property.DeclaringSyntaxReferences
        .Select(r => (r.GetSyntax(cancellation) as PropertyDeclarationSyntax)?.Initializer?.Value)
        .FirstOrDefault(v => v is not null);

    private string? Empty(ExpressionSyntax initializer) => initializer switch
    {
        CollectionExpressionSyntax { Elements.Count: 0 } or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } =>
            value switch { ListParam => "[]", MapParam => "{}", _ => null },
        _ => null,
    };

    private string? Json(object? constant)
    {
        if (value is EnumParam && constant is not null)
        {
            var field = Nullability.Unwrap(property.Type).GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && constant.Equals(f.ConstantValue));
            return field is null ? null : JsonText.String(JsonNames.Of(field));
        }

        return JsonText.Of(constant);
    }
}
