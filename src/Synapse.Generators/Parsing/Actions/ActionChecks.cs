using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What must hold of an action's class before anything in it is read.</summary>
internal static class ActionChecks
{
    private static readonly string[] Generated = ["Steps", "Progress", "Descriptor", "Wiring"];

    public static string? GivenName(ActionKind kind, AttributeData attribute) =>
        kind == ActionKinds.Function && attribute.ConstructorArguments is [{ Value: string name }] ? name : attribute.Named<string>("Name");

    /// <summary>An action is of one kind; of which one else can be neither checked nor wired.</summary>
    public static void Kind(ISymbol action, Verdict verdict, List<(ActionKind Kind, AttributeData Attribute)> attributes)
    {
        if (attributes is [var first, var second, ..])
        {
            verdict.Report(ActionRules.TwoActionAttributes, Anchor.Attribute(action, second.Attribute), action.Name, first.Kind.Attribute, second.Kind.Attribute);
        }
    }

    public static void Name(ActionScope scope, AttributeData attribute)
    {
        var kind = scope.Kind;
        var given = GivenName(kind, attribute);
        var name = given ?? ActionParser.NameOf(scope.Action);
        if (!Naming.IsActionName(name))
        {
            scope.Verdict.ReportWithSuggestion(
                ActionRules.BadPluginText,
                given is null ? Anchor.Name(scope.Action) : Anchor.Attribute(scope.Action, attribute, kind == ActionKinds.Function ? 0 : attribute.Position("Name")),
                Naming.Repaired(name),
                name,
                "action name",
                "use lower-case letters, digits, '_' and '-', starting with a letter, at most 64 characters.");
        }
    }

    /// <summary>Whether generated code can add a part to the class.</summary>
    public static bool IsPartial(ActionScope scope, INamedTypeSymbol type)
    {
        if (PartialTypes.IsPartial(type, scope.Cancellation))
        {
            return true;
        }

        var whole = type;
        while (whole.ContainingType is { } outer && PartialTypes.IsPartialItself(whole, scope.Cancellation))
        {
            whole = outer;
        }

        scope.Verdict.Report(ActionRules.ActionMustBePartial, Anchor.Name(whole), scope.Action.Name, whole.Name);
        return false;
    }

    public static void CanBeConstructed(ActionScope scope, INamedTypeSymbol type)
    {
        if (new Construction(scope).Problem(type) is { } problem)
        {
            scope.Verdict.Report(ActionRules.ActionCannotBeConstructed, Anchor.Name(type), type.Name, problem);
        }
    }

    /// <summary>Names that the second part of the class needs: taken by a member, or by the class itself.</summary>
    public static EquatableArray<string> TakenNames(ActionScope scope, INamedTypeSymbol type)
    {
        var taken = new List<string>();
        foreach (var name in Generated)
        {
            var holders = type.GetMembers(name).Where(IsWritten).Concat(type.Name == name ? [type] : []).ToList();
            holders.ForEach(holder => scope.Verdict.Report(ActionRules.MemberNamedLikeGenerated, Anchor.Name(holder), type.Name, name));
            if (holders.Count > 0)
            {
                taken.Add(name);
            }
        }

        return taken.ToEquatableArray();
    }

    public static List<IMethodSymbol> ExecuteMethods(INamedTypeSymbol type) =>
        [.. type.GetMembers().OfType<IMethodSymbol>().Where(m => m.Name is "Execute" or "ExecuteAsync" && m.MethodKind == MethodKind.Ordinary)];

    public static void Mode(ActionScope scope, INamedTypeSymbol type, List<IMethodSymbol> execute, bool isStepped)
    {
        if (isStepped && scope.Kind == ActionKinds.Deployment)
        {
            scope.Verdict.Report(ActionRules.DeploymentWithSteps, Anchor.Name(type), type.Name);
        }
        else if (isStepped && execute.Count > 0)
        {
            scope.Verdict.Report(ActionRules.ActionHasExecuteAndSteps, Anchor.Name(execute[0]), type.Name, execute[0].Name);
        }
        else if (!isStepped && scope.Kind == ActionKinds.Upload)
        {
            scope.Verdict.Report(StepRules.UploadHasNoSteps, Anchor.Name(type), type.Name);
        }
        else if (!isStepped && execute.Count == 0)
        {
            scope.Verdict.Report(ActionRules.ActionHasNeitherExecuteNorSteps, Anchor.Name(type), type.Name);
        }
        else if (!isStepped && execute.Count > 1)
        {
            scope.Verdict.Report(ActionRules.ExecuteCannotBeWired, Anchor.Name(execute[1]), execute[1].Name, "there are two Execute methods, so it is not clear which one runs. Keep one.");
        }
    }

    /// <summary>Whether the nested class that wires a function can be written.</summary>
    public static bool Function(ActionScope scope, INamedTypeSymbol type, IMethodSymbol method)
    {
        if (!method.IsStatic)
        {
            scope.Verdict.Report(ActionRules.ActionCannotBeConstructed, Anchor.Name(method), method.Name, "a function action is a static method. Make it static, or put the attribute on the class.");
        }

        if (Construction.Visibility(type) is { } problem)
        {
            scope.Verdict.Report(ActionRules.ActionCannotBeConstructed, Anchor.Name(method), method.Name, "of its class: " + problem);
        }


        if (scope.Kind == ActionKinds.Upload)
        {
            scope.Verdict.Report(StepRules.UploadHasNoSteps, Anchor.Name(method), method.Name);
        }

        // One nested class for each method; a second method of the name would need the same.
        var name = method.Name + "Action";
        var holders = type.GetMembers(name).Where(IsWritten).ToList();
        var earlier = type.GetMembers(method.Name).TakeWhile(m => !SymbolEqualityComparer.Default.Equals(m, method)).Any(m => ActionKinds.Of(m).Count > 0);
        holders.AddRange(earlier ? [method] : []);
        holders.ForEach(holder => scope.Verdict.Report(ActionRules.MemberNamedLikeGenerated, Anchor.Name(holder), type.Name, name));
        return holders.Count == 0;
    }

    /// <summary>Whether everything that the descriptor names can be seen from outside the assembly.</summary>
    public static bool IsPublic(INamedTypeSymbol type, IMethodSymbol? function, ITypeSymbol? parameters, ITypeSymbol? result) =>
        IsPublic(type) && function is null or { DeclaredAccessibility: Accessibility.Public } && IsPublic(parameters) && IsPublic(result);

    private static bool IsPublic(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return IsPublic(array.ElementType);
        }

        for (var current = type as INamedTypeSymbol; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public || !current.TypeArguments.All(IsPublic))
            {
                return false;
            }
        }

        return true;
    }

    // An analyzer sees the generated part of the class as well; those members are ours.
    private static bool IsWritten(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
}
