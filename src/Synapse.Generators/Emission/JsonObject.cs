using System.Text;

namespace Synapse.Generators.Emission;

/// <summary>A JSON object under construction, printed for people: indented by two, order as added.</summary>
internal sealed class JsonObject
{
    private readonly List<(string Name, object Value)> properties = [];

    /// <summary>Adds a value that is JSON already.</summary>
    public void Add(string name, string json) => properties.Add((name, json));

    public void Add(string name, JsonObject value) => properties.Add((name, value));

    public void AddText(string name, string? text) => AddRaw(name, text is null ? null : JsonText.String(text));

    public void AddRaw(string name, string? json)
    {
        if (json is not null)
        {
            Add(name, json);
        }
    }

    public void InsertProperty(int index, string name, string json) => properties.Insert(index, (name, json));

    public override string ToString()
    {
        var json = new StringBuilder();
        Append(json, depth: 1);
        return json.ToString();
    }

    private void Append(StringBuilder json, int depth)
    {
        if (properties.Count == 0)
        {
            json.Append("{}");
            return;
        }

        json.Append("{\n");
        for (var i = 0; i < properties.Count; i++)
        {
            json.Append(' ', depth * 2).Append(JsonText.String(properties[i].Name)).Append(": ");
            if (properties[i].Value is JsonObject nested)
            {
                nested.Append(json, depth + 1);
            }
            else
            {
                json.Append(properties[i].Value);
            }

            json.Append(i + 1 < properties.Count ? ",\n" : "\n");
        }

        json.Append(' ', (depth - 1) * 2).Append('}');
    }
}
