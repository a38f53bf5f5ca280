using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Synapse.Binding;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

/// <summary>What the reference accepts, this accepts, and what it refuses, this refuses at the same place; differences are marked in the data.</summary>
public sealed class BindingContractTests
{
    private static readonly BindingCase[] Cases = Load();
    private static readonly Lazy<BoundAssembly> Compiled = new(() => BoundAssembly.Compile([.. Cases.Select(c => c.Member).Distinct()]));

    public static TheoryData<int> All => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void Same_acceptance_value_and_place(int index)
    {
        var @case = Cases[index];
        var errors = new ParamErrors();
        var descriptor = Compiled.Value.Descriptor(@case.Member);
        var value = descriptor.Bind(Encoding.UTF8.GetBytes(@case.Json), BindOptions.Platform, errors);
        var context = $"{@case.Member} {@case.Json[..Math.Min(@case.Json.Length, 80)]}: {string.Join(" | ", errors.Items)}";
        Assert.True(@case.Accepted == (value is not null), context);
        Assert.Equal(@case.Accepted, errors.Count == 0);
        if (@case.Value is { } expected)
        {
            Assert.True(SameJson(expected, Written(descriptor, value!)), context + Written(descriptor, value!));
        }

        if (@case.Pointers is { } pointers)
        {
            Assert.Equal(pointers, errors.Items.Select(e => e.Pointer).Order(StringComparer.Ordinal));
        }
    }

    private static JsonElement Written(Wiring.ParamsDescriptor descriptor, object value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            descriptor.WriteObject(writer, value);
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private static bool SameJson(JsonElement a, JsonElement b) => a.ValueKind switch
    {
        JsonValueKind.Object when a.TryGetProperty("$number", out var text) => b.GetRawText() == text.GetString(),
        JsonValueKind.Object => b.ValueKind == JsonValueKind.Object && a.EnumerateObject().Count() == b.EnumerateObject().Count()
            && a.EnumerateObject().All(p => b.TryGetProperty(p.Name, out var other) && SameJson(p.Value, other)),
        JsonValueKind.Array => b.ValueKind == JsonValueKind.Array && a.GetArrayLength() == b.GetArrayLength()
            && a.EnumerateArray().Zip(b.EnumerateArray()).All(p => SameJson(p.First, p.Second)),
        JsonValueKind.Number => b.ValueKind == JsonValueKind.Number && a.GetDouble().Equals(b.GetDouble()),
        _ => JsonElement.DeepEquals(a, b),
    };

    private static BindingCase[] Load([CallerFilePath] string file = "")
    {
        using var data = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "binding-cases.json")));
        return [.. data.RootElement.GetProperty("cases").EnumerateArray().Select(BindingCase.Read)];
    }

    private sealed record BindingCase(string Member, string Json, bool Accepted, JsonElement? Value, string[]? Pointers)
    {
        public static BindingCase Read(JsonElement e) => new(
            e.GetProperty("member").GetString()!,
            e.GetProperty("json").GetString()!,
            e.GetProperty("accepted").GetBoolean(),
            e.TryGetProperty("value", out var value) ? value.Clone() : null,
            e.TryGetProperty("pointers", out var pointers) ? [.. pointers.EnumerateArray().Select(p => p.GetString()!)] : null);
    }
}
