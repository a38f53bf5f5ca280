using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;

namespace Synapse.Generators.Emission.Actions;

/// <summary>Writes the methods that call the author's code: inputs from the scope, output back into it.</summary>
internal static class CallEmitter
{
    public static void Run(SourceWriter writer, ActionModel action, StepModel step)
    {
        var isAsync = step.Run.IsAwaited || step.Output is { Rows: not RowsFrom.None };
        using (writer.Open($"private static {(isAsync ? "async " : string.Empty)}ValueTask Run{step.Identifier}(StepScope scope)"))
        {
            var call = Call(writer, action, step.Run);
            writer.Write(step.Output switch
            {
                null => call + ";",
                { Rows: RowsFrom.None } output => $"scope.Write({call}, {output.Codec.Instance});",
                { } output => $"await scope.WriteRowsAsync({call}, {output.Codec.Instance});",
            });
            End(writer, isAsync);
        }

        writer.Blank();
    }

    public static void Skip(SourceWriter writer, ActionModel action, StepModel step, CallModel skip)
    {
        using (writer.Open($"private static {(skip.IsAwaited ? "async " : string.Empty)}ValueTask<string?> Skip{step.Identifier}(StepScope scope)"))
        {
            var call = Call(writer, action, skip);
            writer.Write(skip.IsAwaited ? $"return {call};" : $"return new ValueTask<string?>({call});");
        }

        writer.Blank();
    }

    public static void Rollback(SourceWriter writer, ActionModel action, StepModel step, CallModel rollback)
    {
        using (writer.Open($"private static {(rollback.IsAwaited ? "async " : string.Empty)}ValueTask Rollback{step.Identifier}(StepScope scope)"))
        {
            writer.Write(Call(writer, action, rollback) + ";");
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

    private static string Call(SourceWriter writer, ActionModel action, CallModel call)
    {
        var receiver = call.Owner;
        if (call.Constructor is { } constructor)
        {
            writer.Write($"var action = new {call.Owner}({Arguments(action, constructor)});");
            receiver = "action";
        }

        var text = $"{receiver}.{call.Method}({Arguments(action, call.Arguments)})";
        return call.IsAwaited ? "await " + text : text;
    }

    private static string Arguments(ActionModel action, EquatableArray<ArgumentModel> arguments) =>
        string.Join(", ", arguments.Select(a => Argument(action, a)));

    private static string Argument(ActionModel action, ArgumentModel argument) => argument.Kind switch
    {
        ArgumentKind.CancellationToken => "scope.CancellationToken",
        ArgumentKind.Attempt => "scope.Attempt",
        ArgumentKind.Context => $"({argument.Type})scope.Context",
        ArgumentKind.Params => $"({argument.Type})scope.Params!",
        ArgumentKind.Backend => "scope.Context.Backend",
        ArgumentKind.Clock => "global::System.TimeProvider.System",
        _ => Output(argument),
    };

    private static string Output(ArgumentModel argument)
    {
        var read = argument.Kind == ArgumentKind.Rows
            ? $"scope.ReadRows({argument.Step}, {argument.Codec!.Instance})"
            : $"scope.Read({argument.Step}, {argument.Codec!.Instance})";
        return argument.IsNullable ? $"scope.Has({argument.Step}) ? {read} : default({NullableType(argument)})" : read;
    }

    private static string NullableType(ArgumentModel argument)
    {
        var type = argument.Kind == ArgumentKind.Rows ? $"global::Synapse.DurableList<{argument.Type}>" : argument.Type;
        return type.EndsWith("?", StringComparison.Ordinal) ? type : type + "?";
    }
}
