using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Walks everything a pipeline step holds: one symbol or node would keep a whole compilation alive.</summary>
internal static class ObjectGraph
{
    public static void HoldsNoCompilation(object? root, string step)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Value, string Path)>();
        Push(root, step);
        while (open.TryPop(out var item))
        {
            Assert.False(
                item.Value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTrivia or SyntaxTree or Compilation or SemanticModel or Location or AttributeData,
                $"{item.Path} holds {item.Value.GetType()}");
            if (item.Value is IEnumerable items and not string)
            {
                foreach (var element in items)
                {
                    Push(element, item.Path + "[]");
                }
            }

            for (var type = item.Value.GetType(); type is not null && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true; type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Push(field.GetValue(item.Value), item.Path + "." + field.Name);
                }
            }
        }

        void Push(object? value, string path)
        {
            if (value is not null and not string && !value.GetType().IsPrimitive && !value.GetType().IsEnum && (value.GetType().IsValueType || seen.Add(value)))
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                open.Push((value, path));
            }
        }
    }
}
