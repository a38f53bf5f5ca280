namespace Synapse.CodeFixes;

/// <summary>A step as a diagnostic names it: the method, of a set with the set's full name before it.</summary>
internal sealed class StepReference(string text)
{
    private readonly int dot = text.LastIndexOf('.');

    public string Method => text.Substring(dot + 1);

    /// <summary><c>nameof</c> of the step, with no more of the set's name than is needed there.</summary>
    public ExpressionSyntax NameOf(SemanticModel model, int position)
    {
        if (dot < 0)
        {
            return SyntaxFactory.ParseExpression($"nameof({text})");
        }

        var set = text.Substring(0, dot);
        var symbol = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(set), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
        return SyntaxFactory.ParseExpression($"nameof({symbol?.ToMinimalDisplayString(model, position) ?? set}.{Method})");
    }
}
