using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What a method gives back, with tasks unwrapped.</summary>
/// <param name="Value">The value's type or a row's; null when there is none.</param>
/// <param name="IsAwaited">Whether the method returns a task.</param>
/// <param name="IsRows">Whether the value is journaled row by row.</param>
/// <param name="IsStream">Whether the rows come as a stream.</param>
/// <param name="IsNullable">Whether the value may be null.</param>
internal readonly record struct Returns(ITypeSymbol? Value, bool IsAwaited, bool IsRows, bool IsStream, bool IsNullable)
{
    public static Returns Of(IMethodSymbol method, KnownTypes known)
    {
        var type = method.ReturnType;
        if (method.ReturnsVoid)
        {
            return default;
        }

        if (KnownTypes.Is(type, known.Task) || KnownTypes.Is(type, known.ValueTask))
        {
            return new(null, IsAwaited: true, IsRows: false, IsStream: false, IsNullable: false);
        }

        var isAwaited = KnownTypes.IsMadeFrom(type, known.TaskOf) || KnownTypes.IsMadeFrom(type, known.ValueTaskOf);
        var value = isAwaited ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        var isNullable = value.NullableAnnotation == NullableAnnotation.Annotated && !value.IsValueType;
        if (KnownTypes.IsMadeFrom(value, known.AsyncEnumerable))
        {
            return new(((INamedTypeSymbol)value).TypeArguments[0], isAwaited, IsRows: true, IsStream: true, isNullable);
        }

        return KnownTypes.IsMadeFrom(value, known.DurableList)
            ? new(((INamedTypeSymbol)value).TypeArguments[0], isAwaited, IsRows: true, IsStream: false, isNullable)
            : new(value, isAwaited, IsRows: false, IsStream: false, isNullable);
    }
}
