using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Params;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Reads a params type. Each rule is decided from the declaration it sits on, so members of a base are judged there.</summary>
internal sealed class ParamsParser(INamedTypeSymbol type, Compilation compilation, Verdict verdict, CancellationToken cancellation)
{
    private static readonly string[] GeneratedNames = ["ParamsDescriptor", "ParamsBinder", "ValidateParams"];

    /// <returns>The model, or null when not even a stub can be written.</returns>
    public static ParamsModel? Parse(INamedTypeSymbol type, Compilation compilation, Findings? findings, CancellationToken cancellation)
    {
        var model = ParseAlone(type, compilation, findings, cancellation);
        return model is null || !model.IsValid ? model : model with { Nested = NestedOf(type, compilation, cancellation) };
    }

    private static ParamsModel? ParseAlone(INamedTypeSymbol type, Compilation compilation, Findings? findings, CancellationToken cancellation) =>
        new ParamsParser(type, compilation, new(findings), cancellation).Parse();

    private ParamsModel? Parse()
    {
        if (!CanBePartial())
        {
            return null;
        }

        CheckGeneratedNames();
        var primary = Primary(type);
        var members = Members(primary);
        CheckJsonNames(members);
        CheckFlags(members);
        var model = new ParamsModel(
            PartialTypes.Read(type, compilation),
            CodecNames.Title(Nullability.Unwrap(type)),
            verdict.IsValid,
            Construction(primary),
            type.DeclaringSyntaxReferences.Select(r => DocComments.Summary(r.GetSyntax(cancellation))).FirstOrDefault(s => s is not null),
            members.Select(m => m.Model).OfType<ParamMember>().ToEquatableArray(),
            default);
        return model with { IsValid = verdict.IsValid };
    }

    private bool CanBePartial()
    {
        var problem =
            type.IsStatic ? "a static class has no objects"
            : type.IsFileLocal ? "it is local to its file; make it internal or public"
            : IsGeneric() ? "generic types have no fixed params; close it in a derived type without [Params] on the generic one"
            : !PartialTypes.IsPartial(type, cancellation) ? "declare it, and every type around it, partial"
            : null;
        if (problem is not null)
        {
            verdict.Report(ParamsRules.NotParams, Anchor.Name(type), type.Name, problem);
        }

        return problem is null;
    }

    private bool IsGeneric()
    {
        for (var level = type; level is not null; level = level.ContainingType)
        {
            if (level.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckGeneratedNames()
    {
        foreach (var member in GeneratedNames.SelectMany(n => type.GetMembers(n)).Where(Handwritten.Is))
        {
            verdict.Report(ActionRules.MemberNamedLikeGenerated, Anchor.Name(member), type.Name, member.Name);
        }
    }

    private List<DeclaredParam> Members(IMethodSymbol? primary)
    {
        var members = new List<DeclaredParam>();
        foreach (var level in Levels())
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(level, type);
            if (!isOwn && !IsFit(level))
            {
                continue;
            }

            // What is wrong in a base is said at the base; here it only keeps from binding.
            var judge = isOwn ? verdict : new Verdict(findings: null);
            var reader = new ParamMemberParser(type, primary, compilation, judge, cancellation);
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().Where(IsParam))
            {
                members.RemoveAll(m => m.Property.Name == property.Name);
                members.Add(new(property, reader.Parse(property)));
            }

            verdict.Adopt(judge);
        }

        return members;
    }

    private bool IsFit(INamedTypeSymbol @base)
    {
        if (ParamValues.IsParams(@base))
        {
            return true;
        }

        if (@base.GetMembers().OfType<IPropertySymbol>().Any(IsParam))
        {
            verdict.Report(ParamsRules.NotParams, Anchor.Name(type), type.Name, $"its base '{@base.Name}' has properties but is not [Params]");
        }

        return false;
    }

    private Stack<INamedTypeSymbol> Levels()
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            levels.Push(level);
        }

        return levels;
    }

    private static bool IsParam(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null, SetMethod: not null, IsImplicitlyDeclared: false }
        && property.ExplicitInterfaceImplementations.IsEmpty
        && !property.GetAttributes().Any(a => a.AttributeClass?.Name == "JsonIgnoreAttribute");

    private void CheckJsonNames(List<DeclaredParam> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var earlier = members.Take(i).FirstOrDefault(m => m.JsonName == members[i].JsonName);
            if (earlier is not null && SymbolEqualityComparer.Default.Equals(members[i].Property.ContainingType, type))
            {
                verdict.Report(ParamsRules.JsonNameClash, Anchor.Name(members[i].Property), earlier.Property.Name, members[i].Property.Name, members[i].JsonName);
            }
        }
    }

    // Flags are those of the members of an action's params; whether this type is one, or only nested in one, cannot be known here.
    private void CheckFlags(List<DeclaredParam> members)
    {
        foreach (var member in members.Where(m => SymbolEqualityComparer.Default.Equals(m.Property.ContainingType, type)))
        {
            if (SharedFlags.Of(member.JsonName, member.Model?.Value is ScalarParam { Scalar.Kind: ScalarKind.Switch }) is { } shared)
            {
                verdict.Report(ParamsRules.NamedLikeRunOption, Anchor.Name(member.Property), member.Property.Name, shared.Flag, shared.Effect);
            }
        }
    }

    private ParamsConstruction Construction(IMethodSymbol? primary)
    {
        var declared = type.InstanceConstructors.Any(Handwritten.Is);
        var hasParamsBase = type.BaseType is { } @base && ParamValues.IsParams(@base);
        if (primary is null && type is { IsValueType: false, IsAbstract: false, BaseType: { } parent } && !HasParameterless(parent))
        {
            verdict.Report(ParamsRules.NotParams, Anchor.Name(type), type.Name, $"its base '{parent.Name}' has no parameterless constructor; pass the base's parameters on in a positional record");
        }

        if (primary is not null && !type.IsRecord)
        {
            verdict.Report(ParamsRules.NotParams, Anchor.Name(type), type.Name, "parameters of a class's primary constructor are not properties; declare a record, or properties");
        }

        return new(
            type.IsAbstract,
            type.IsSealed || type.IsValueType,
            type.IsValueType,
            primary is not null,
            !type.IsValueType && !type.IsAbstract && !declared,
            hasParamsBase,
            Levels().Any(l => !SymbolEqualityComparer.Default.Equals(l, type) && !l.IsAbstract && ParamValues.IsParams(l)),
            Validate()?.Parameters[0].Name);
    }

    private static bool HasParameterless(INamedTypeSymbol @base) =>
        @base.InstanceConstructors.Any(c => c.Parameters.IsEmpty && (c.DeclaredAccessibility != Accessibility.Private))
        || (ParamValues.IsParams(@base) && @base.InstanceConstructors.All(c => c.IsImplicitlyDeclared));

    private IMethodSymbol? Validate() => type.GetMembers("Validate").OfType<IMethodSymbol>()
        .FirstOrDefault(m => m is { ReturnsVoid: true, IsPartialDefinition: false, Parameters: [{ Type.Name: "ParamErrors" }] } && IsPartial(m));

    private bool IsPartial(IMethodSymbol method) => method.DeclaringSyntaxReferences
        .Any(r => r.GetSyntax(cancellation) is MethodDeclarationSyntax m && m.Modifiers.Any(t => t.Text == "partial"));

    private IMethodSymbol? Primary(INamedTypeSymbol symbol) => symbol.InstanceConstructors
        .FirstOrDefault(c => !c.Parameters.IsEmpty && c.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation) is TypeDeclarationSyntax));

    private static EquatableArray<ParamsModel> NestedOf(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        ParamsClosure.Of(type)
            .Select(t => ParseAlone(t, compilation, findings: null, cancellation))
            .OfType<ParamsModel>()
            .OrderBy(m => m.Type.MetadataName, StringComparer.Ordinal)
            .ToEquatableArray();

    private sealed record DeclaredParam(IPropertySymbol Property, ParamMember? Model)
    {
        public string JsonName { get; } = JsonNames.Of(Property);
    }
}
