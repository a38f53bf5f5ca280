using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>SYN4003: a message with holes has as many values. Texts that are not constant, and values passed as one span, are not judged.</summary>
internal static class MessageRule
{
    public static void Check(OperationAnalysisContext context, IInvocationOperation call, BodySymbols known)
    {
        if (!BodySymbols.Is(call.TargetMethod.ContainingType, known.RunLog) ||
            call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "message")?.Value is not { ConstantValue: { HasValue: true, Value: string message } } written ||
            Values(call) is not { } values)
        {
            return;
        }

        // Without values the text stays as it is, so braces around what is no name may be meant.
        var holes = Holes(message).Where(h => values > 0 || h.Length > 0 && (char.IsLetter(h[0]) || h[0] == '_')).Count();
        if (holes != values)
        {
            context.ReportDiagnostic(Diagnostic.Create(ReportingRules.MessageDoesNotFit, written.Syntax.GetLocation(), Count(holes, "hole"), Count(values, "value")));
        }
    }

    // As the runtime reads it: MessageText.
    private static IEnumerable<string> Holes(string message)
    {
        for (var i = 0; i < message.Length; i++)
        {
            if (message[i] is '{' or '}' && i + 1 < message.Length && message[i + 1] == message[i])
            {
                i++;
            }
            else if (message[i] == '{' && message.IndexOf('}', i) is var end and > 0)
            {
                yield return message.Substring(i + 1, end - i - 1);
                i = end;
            }
        }
    }

    private static int? Values(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "args") is not { } values ? null
        : values.ArgumentKind == ArgumentKind.DefaultValue ? 0
        : values.ArgumentKind != ArgumentKind.Explicit && Unconverted(values.Value) is ICollectionExpressionOperation collection ? collection.Elements.Length
        : null;

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;

    private static string Count(int number, string what) =>
        number == 0 ? $"no {what}s" : string.Format(CultureInfo.InvariantCulture, "{0} {1}{2}", number, what, number == 1 ? string.Empty : "s");
}
