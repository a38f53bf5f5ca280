using System.Text;

namespace Synapse.CodeFixes;

/// <summary>The arguments of <c>run.Log.Info</c> that say what a call of <c>Console.Write</c> or <c>WriteLine</c> says.</summary>
internal sealed class LogMessage
{
    private readonly StringBuilder text = new();
    private readonly List<string> names = [];
    private readonly List<string> values = [];

    private LogMessage()
    {
    }

    /// <summary>Null where no template says the same.</summary>
    public static string? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = call.ArgumentList.Arguments;
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Write" or "WriteLine" } and not IdentifierNameSyntax { Identifier.ValueText: "Write" or "WriteLine" } ||
            arguments.Count == 0 || arguments.Any(a => a.NameColon is not null || model.GetTypeInfo(a.Expression, cancellation).Type is { IsRefLikeType: true }))
        {
            return null;
        }

        var message = new LogMessage();
        var first = arguments[0].Expression;
        var isConstant = model.GetConstantValue(first, cancellation) is { HasValue: true, Value: string };
        var isDone = first is InterpolatedStringExpressionSyntax interpolated ? arguments.Count == 1 && message.Interpolated(interpolated)
            : isConstant ? message.Format((string)model.GetConstantValue(first, cancellation).Value!, arguments)
            : arguments.Count == 1 && message.Hole(first, format: null);
        return isDone ? message.ToString() : null;
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", new[] { SymbolDisplay.FormatLiteral(text.ToString(), quote: true) }.Concat(values));

    private bool Interpolated(InterpolatedStringExpressionSyntax written)
    {
        foreach (var part in written.Contents)
        {
            if (part is InterpolatedStringTextSyntax literal)
            {
                Text(literal.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}"));
            }
            else if (part is not InterpolationSyntax { AlignmentClause: null } hole || !Hole(hole.Expression, hole.FormatClause?.FormatStringToken.ValueText))
            {
                return false;
            }
        }

        return true;
    }

    // A composite format whose holes take the values once each and in order; without values it is only a text.
    private bool Format(string format, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (arguments.Count == 1)
        {
            Text(format);
            return true;
        }

        var next = 1;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is '{' or '}' && i + 1 < format.Length && format[i + 1] == format[i])
            {
                Text(format[i++].ToString());
            }
            else if (format[i] == '{')
            {
                var end = format.IndexOf('}', i);
                var hole = end < 0 ? string.Empty : format.Substring(i + 1, end - i - 1);
                var colon = hole.IndexOf(':');
                if (next >= arguments.Count || (colon < 0 ? hole : hole.Substring(0, colon)) != $"{next - 1}" || !Hole(arguments[next].Expression, colon < 0 ? null : hole.Substring(colon + 1)))
                {
                    return false;
                }

                next++;
                i = end;
            }
            else
            {
                Text(format[i].ToString());
            }
        }

        return next == arguments.Count;
    }

    private void Text(string literal) => text.Append(literal.Replace("{", "{{").Replace("}", "}}"));

    private bool Hole(ExpressionSyntax value, string? format)
    {
        var name = NameOf(value);
        var free = name;
        for (var i = 2; names.Contains(free); i++)
        {
            free = $"{name}{i}";
        }

        names.Add(free);
        values.Add(value is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression.ToString() : value.ToString());
        text.Append('{').Append(free).Append(format is null ? string.Empty : ":" + format).Append('}');
        return format is null || format.IndexOfAny(['{', '}']) < 0;
    }

    private static string NameOf(ExpressionSyntax value)
    {
        var name = value switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            InvocationExpressionSyntax call => NameOf(call.Expression),
            ParenthesizedExpressionSyntax inner => NameOf(inner.Expression),
            _ => "Value",
        };
        name = name.TrimStart('_');
        return name.Length == 0 ? "Value" : char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
