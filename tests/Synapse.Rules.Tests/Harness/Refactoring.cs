using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Synapse.Rules.Tests.Harness;

/// <summary>Applies a refactoring as an editor does, at what is marked with <c>[|</c> and <c>|]</c>.</summary>
internal static class Refactoring
{
    /// <summary>The source afterwards, of which nothing is left to say; null when nothing is offered.</summary>
    public static async Task<string?> ApplyAsync(CodeRefactoringProvider refactoring, string marked)
    {
        var (source, spans) = Markup.Read(marked);
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source);
        var document = project.Documents.Single(d => d.Name == "File0.cs");
        var offered = new List<CodeAction>();
        await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(document, spans.Single(), offered.Add, CancellationToken.None));
        if (offered.Count == 0)
        {
            return null;
        }

        var changed = await Fixing.ApplyAsync(offered.Single(), project);
        await Fixing.IsCleanAsync(changed);
        return await Fixing.TextAsync(changed, "File0.cs");
    }
}
