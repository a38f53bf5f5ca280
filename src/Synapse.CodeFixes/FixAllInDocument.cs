using Microsoft.CodeAnalysis.Text;

namespace Synapse.CodeFixes;

/// <summary>Puts all findings of a document right in one edit, for fixes whose findings may lie in one method.</summary>
internal static class FixAllInDocument
{
    public static FixAllProvider By(Func<Document, TextSpan[], CancellationToken, Task<Document>> fix) => FixAllProvider.Create(
        async (context, document, diagnostics) => await fix(document, [.. diagnostics.Select(d => d.Location.SourceSpan)], context.CancellationToken).ConfigureAwait(false));
}
