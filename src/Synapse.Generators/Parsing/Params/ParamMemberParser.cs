using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Emission;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Params;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Reads one property of a params type.</summary>
internal sealed class ParamMemberParser(INamedTypeSymbol owner, IMethodSymbol? primary, Compilation compilation, Verdict verdict, CancellationToken cancellation)
{
    public ParamMember? Parse(IPropertySymbol property)
    {
        var parameter = primary?.Parameters.FirstOrDefault(p => p.Name == property.Name);
        var attributes = property.GetAttributes().Concat(parameter?.GetAttributes() ?? []).ToArray();
        var values = new ParamValues(owner, attributes.Any(a => a.AttributeClass?.Name == "AllowNonFiniteAttribute"));
        if (values.Parse(property.Type) is not { } value)
        {
            verdict.Report(ParamsRules.UnsupportedPropertyType, Anchor.Type(property), property.Name, CodecNames.Title(property.Type), values.Problem!);
            return null;
        }

        if (property.SetMethod is { } setter && !compilation.IsSymbolAccessibleWithin(setter, owner))
        {
            verdict.Report(ParamsRules.UnsupportedPropertyType, Anchor.Name(property), property.Name, CodecNames.Title(property.Type), "its setter is not accessible here");
            return null;
        }

        var constraints = new ConstraintParser(property, value, verdict).Parse(attributes);
        var @default = new DefaultParser(property, parameter, value, compilation, cancellation).Parse();
        var isRequired = parameter is null ? property.IsRequired : !parameter.HasExplicitDefaultValue;
        if (!ParamsManifest.IsCompiled(property))
        {
            CheckPresence(property, value, isRequired, @default);
            CheckDefault(property, value, isRequired, @default, constraints);
        }

        return new(
            PartialTypes.Escape(property.Name),
            JsonNames.Of(property),
            SnakeCase.Of(property.Name),
            CodecNames.Type(property.Type),
            isRequired,
            parameter?.Ordinal ?? -1,
            parameter is { HasExplicitDefaultValue: true } ? @default.CSharp : null,
            isRequired ? null : @default.Json,
            Description(property, parameter),
            value,
            constraints);
    }

    private void CheckPresence(IPropertySymbol property, ParamValue value, bool isRequired, ParamDefault @default)
    {
        if (isRequired && @default.IsWritten)
        {
            verdict.Report(ParamsRules.RequiredWithDefault, Anchor.Initializer(property), property.Name, @default.Text);
        }
        else if (!isRequired && value is { IsReference: true, IsNullable: false } && (!@default.IsWritten || @default.IsNull))
        {
            verdict.Report(ParamsRules.NonNullableWithoutDefault, Anchor.Name(property), property.Name, CodecNames.Title(property.Type));
        }
    }

    private void CheckDefault(IPropertySymbol property, ParamValue value, bool isRequired, ParamDefault @default, EquatableArray<ParamConstraint> constraints)
    {
        if (isRequired || !@default.IsConstant || @default.IsNull)
        {
            return;
        }

        foreach (var constraint in constraints)
        {
            if (!ConstraintEvaluation.Holds(constraint, @default.Value!, value))
            {
                var anchor = @default.IsWritten ? Anchor.Initializer(property) : Anchor.Name(property);
                verdict.Report(ParamsRules.DefaultBreaksConstraint, anchor, @default.Json ?? Literal.Of(@default.Value), property.Name, "allowed is " + Texts.Allowed(constraint));
            }
        }
    }

    private string? Description(IPropertySymbol property, IParameterSymbol? parameter)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(cancellation);
            var text = node is ParameterSyntax { Parent.Parent: TypeDeclarationSyntax record } && parameter is not null
                ? DocComments.Parameter(record, property.Name)
                : DocComments.Summary(node);
            if (text is not null)
            {
                return text;
            }
        }

        return ParamsManifest.Of(property).Description;
    }
}
