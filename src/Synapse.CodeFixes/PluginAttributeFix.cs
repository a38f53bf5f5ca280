using System.Text;

namespace Synapse.CodeFixes;

/// <summary>SYN1008: says in a file Plugin.cs which plugin the program is; the code is made of the assembly's name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PluginAttributeFix))]
[Shared]
public sealed class PluginAttributeFix : CodeFixProvider
{
    private const int LongestCode = 64;

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ActionsWithoutPlugin];

    /// <summary>None: a project has this finding once, and the code is chosen for one project at a time.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        var code = Code(project.AssemblyName);
        context.RegisterCodeFix(
            CodeAction.Create($"Add [assembly: SynapsePlugin(\"{code}\")]", _ => Task.FromResult(Fix(project, code)), nameof(PluginAttributeFix)),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static Solution Fix(Project project, string code)
    {
        var taken = new HashSet<string>(project.Documents.Where(d => d.Folders.Count == 0).Select(d => d.Name), StringComparer.OrdinalIgnoreCase);
        var name = "Plugin.cs";
        for (var i = 2; taken.Contains(name); i++)
        {
            name = $"Plugin{i}.cs";
        }

        return project.AddDocument(name, $"[assembly: Synapse.SynapsePlugin(\"{code}\")]\n").Project.Solution;
    }

    /// <summary><c>Acme.FashionPlugin</c> → <c>acme-fashion-plugin</c>.</summary>
    private static string Code(string assembly)
    {
        var code = new StringBuilder();
        for (var i = 0; i < assembly.Length && code.Length < LongestCode; i++)
        {
            var c = assembly[i];
            var startsWord = c is >= 'A' and <= 'Z' && i > 0 && char.IsLower(assembly[i - 1]);
            if ((startsWord || !IsLetterOrDigit(c)) && code.Length > 0 && code[code.Length - 1] != '-')
            {
                code.Append('-');
            }

            if (IsLetterOrDigit(c) && (code.Length > 0 || c is not (>= '0' and <= '9')))
            {
                code.Append(char.ToLowerInvariant(c));
            }
        }

        var text = code.ToString().Substring(0, Math.Min(code.Length, LongestCode)).TrimEnd('-');
        return text.Length == 0 ? "plugin" : text;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
