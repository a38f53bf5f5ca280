using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Flags;

/// <summary>What flags say about an object of params: values, and objects in it.</summary>
internal sealed class FlagObject
{
    private readonly List<(string Name, FlagObject? Nested, FlagValue? Value)> _members = [];

    public bool IsEmpty => _members.Count == 0;

    public IReadOnlyList<(string Name, FlagObject? Nested, FlagValue? Value)> Members => _members;

    public FlagObject? Nested(string name) => Find(name).Nested;

    public FlagValue? Value(string name) => Find(name).Value;

    public bool Has(string name) => Find(name).Name is not null;

    public void Add(string name, FlagObject nested) => _members.Add((name, nested, null));

    public void Add(string name, FlagValue value) => _members.Add((name, null, value));

    private (string? Name, FlagObject? Nested, FlagValue? Value) Find(string name)
    {
        foreach (var member in _members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }
        return default;
    }
}

/// <summary>The value that one flag gives, or a repeated one.</summary>
internal sealed class FlagValue(string flag, ParamField? field)
{
    private readonly List<string> _texts = [];

    /// <summary>The flag as people write it: <c>--epochs</c>, <c>--set optimizer.lr</c>.</summary>
    public string Flag { get; } = flag;

    /// <summary>What it sets; null below an object with free keys.</summary>
    public ParamField? Field { get; } = field;

    public ParamKind Kind => Field?.Kind ?? ParamKind.Text;

    /// <summary>As typed; more than one for a list only.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public void Add(string text) => _texts.Add(text);

    public void Replace(string text) => _texts[0] = text;
}
