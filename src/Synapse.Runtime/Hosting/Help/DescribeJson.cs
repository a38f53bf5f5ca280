using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Json;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Help;

/// <summary>The whole plugin as JSON, for tools.</summary>
internal static class DescribeJson
{
    public static void Write(Stream stream, PluginDescriptor plugin, IBackend backend)
    {
        using (var json = new Utf8JsonWriter(stream, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("contract", PluginDescriptor.Contract);
            json.WriteString("code", plugin.Code);
            json.WriteString("name", plugin.Name);
            json.WriteString("version", plugin.Version);
            json.WriteString("description", plugin.Description);
            json.WriteString("category", Snake(plugin.Category.ToString()));
            json.WriteStartArray("actions");
            foreach (var action in plugin.Actions)
            {
                WriteAction(json, action);
            }
            json.WriteEndArray();
            json.WriteStartArray("backend_calls");
            foreach (var call in BackendCall.All)
            {
                json.WriteStartObject();
                json.WriteString("call", call);
                json.WriteString("certainty", Snake(backend.CertaintyOf(call).ToString()));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteAction(Utf8JsonWriter json, ActionDescriptor action)
    {
        json.WriteStartObject();
        json.WriteString("name", action.Name);
        json.WriteString("type", action.TypeName);
        json.WriteString("kind", Snake(action.Kind.ToString()));
        json.WriteString("description", action.Description);
        json.WriteString("method", Snake(action.Method.ToString()));
        json.WriteString("on_failure", Snake(action.OnFailure.ToString()));
        json.WriteStartArray("progress");
        foreach (var category in action.Categories)
        {
            json.WriteStringValue(category.Name);
        }
        json.WriteEndArray();
        json.WriteStartArray("steps");
        for (var position = 0; position < action.Steps.Count; position++)
        {
            WriteStep(json, action, action.Steps[position], position);
        }
        json.WriteEndArray();
        json.WriteStartArray("hooks");
        foreach (var hook in action.Hooks)
        {
            WriteHook(json, hook);
        }
        json.WriteEndArray();
        json.WritePropertyName("params");
        if (action.Parameters is { } parameters)
        {
            using var schema = JsonDocument.Parse(parameters.JsonSchema);
            schema.RootElement.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, ActionDescriptor action, StepDescriptor step, int position)
    {
        json.WriteStartObject();
        json.WriteString("name", step.Name);
        json.WriteString("method", step.Method);
        json.WriteNumber("weight", step.Weight);
        json.WriteStartArray("inputs");
        foreach (var input in step.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("type", input.Type);
            json.WriteString("from", action.Steps[input.Step].Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("output", step.Output);
        json.WriteBoolean("rows", step.OutputIsRows);
        json.WriteBoolean("result", position == action.ResultStep);
        json.WriteBoolean("skippable", step.Skip is not null);
        json.WriteBoolean("rollback", step.Rollback is not null);
        json.WriteBoolean("rollback_in_flight", step.RollbackInFlight);
        json.WriteEndObject();
    }

    private static void WriteHook(Utf8JsonWriter json, HookDescriptor hook)
    {
        json.WriteStartObject();
        json.WriteString("name", hook.Name);
        json.WriteStartArray("takes");
        foreach (var type in hook.Takes)
        {
            json.WriteStringValue(type);
        }
        json.WriteEndArray();
        json.WriteString("returns", hook.Returns);
        json.WriteBoolean("required", hook.IsRequired);
        json.WriteBoolean("implemented", hook.IsImplemented);
        json.WriteEndObject();
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
