using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Parsing;

namespace Synapse.Generators.Emission.Actions;

/// <summary>Writes the methods that call the author's code: inputs from the scope, output back into it.</summary>
internal static class CallEmitter
{
    public static void Run(SourceWriter writer, StepModel step)
    {
        var isAsync = step.Run.IsAwaited || step.Output is { Rows: not RowsFrom.None };
        using (writer.Open($"private static {(isAsync ? "async " : string.Empty)}ValueTask Run{step.Identifier}(StepScope scope)"))
        {
            var call = Call(writer, step.Run);
            writer.Write(step.Output is null ? $"{call};" : $"var output = {call};");
            if (step.Output is { } output)
            {
                var codec = CodecAlias.Of(output.Codec);
                writer.Write(output.Rows == RowsFrom.None ? $"scope.Write(output, {codec});" : $"await scope.WriteRowsAsync(output, {codec});");
            }

            End(writer, isAsync);
        }

        writer.Blank();
    }

    public static void Skip(SourceWriter writer, StepModel step, CallModel skip)
    {
        using (writer.Open($"private static {(skip.IsAwaited ? "async " : string.Empty)}ValueTask<string?> Skip{step.Identifier}(StepScope scope)"))
        {
            var call = Call(writer, skip);
            writer.Write(skip.IsAwaited ? $"return {call};" : $"return new ValueTask<string?>({call});");
        }

        writer.Blank();
    }

    public static void Rollback(SourceWriter writer, StepModel step, CallModel rollback)
    {
        using (writer.Open($"private static {(rollback.IsAwaited ? "async " : string.Empty)}ValueTask Rollback{step.Identifier}(StepScope scope)"))
        {
            writer.Write(Call(writer, rollback) + ";");
            End(writer, rollback.IsAwaited);
        }

        writer.Blank();
    }

    private static void End(SourceWriter writer, bool isAsync)
    {
        if (!isAsync)
        {
            writer.Write("return default;");
        }
    }

    // Values of earlier steps first, under the names that the author gave them, so that the call reads like the author's own.
    private static string Call(SourceWriter writer, CallModel call)
    {
        foreach (var argument in call.Arguments.Where(IsOutput))
        {
            writer.Write($"var {Local(argument)} = {Read(argument)};");
        }

        var receiver = call.Owner;
        if (call.Constructor is { } constructor)
        {
            receiver = $"new {call.Owner}({string.Join(", ", constructor.Select(Argument))})";
        }

        var text = $"{receiver}.{call.Method}({string.Join(", ", call.Arguments.Select(Argument))})";
        return call.IsAwaited ? "await " + text : text;
    }

    public static string Argument(ArgumentModel argument) => argument.Kind switch
    {
        ArgumentKind.CancellationToken => "scope.CancellationToken",
        ArgumentKind.Attempt => "scope.Attempt",
        ArgumentKind.Context => $"({argument.Type})scope.Context",
        ArgumentKind.Params => $"({argument.Type})scope.Params!",
        ArgumentKind.Backend => "scope.Context.Backend",
        ArgumentKind.Clock => "global::System.TimeProvider.System",
        ArgumentKind.Logger => "scope.Context.Logger",
        ArgumentKind.Hooks => $"new {argument.Name}(scope)",
        _ => Local(argument),
    };

    private static bool IsOutput(ArgumentModel argument) => argument.Kind is ArgumentKind.Output or ArgumentKind.Rows;

    private static string Local(ArgumentModel argument) =>
        argument.Name is "scope" or "output" ? argument.Name + "_" : PartialTypes.Escape(argument.Name);

    private static string Read(ArgumentModel argument)
    {
        var read = $"scope.{(argument.Kind == ArgumentKind.Rows ? "ReadRows" : "Read")}({argument.Step}, {CodecAlias.Of(argument.Codec!)})";
        return argument.IsNullable ? $"scope.Has({argument.Step}) ? {read} : default({NullableType(argument)})" : read;
    }

    private static string NullableType(ArgumentModel argument)
    {
        var type = argument.Kind == ArgumentKind.Rows ? $"global::Synapse.DurableList<{argument.Type}>" : argument.Type;
        return type.EndsWith("?", StringComparison.Ordinal) ? type : type + "?";
    }
}
