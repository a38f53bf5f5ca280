using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Flags;

/// <summary>The params as the command line gives them: a file, flags over it, and what is wrong with either.</summary>
internal sealed class ParamInput(IReadOnlyList<ParamField> fields)
{
    public const string StandardInput = "-";

    private readonly HashSet<string> _meant = [];

    /// <summary>The top-level properties.</summary>
    public IReadOnlyList<ParamField> Fields { get; } = fields;

    /// <summary>The file of <c>--params</c>, <c>-</c> for standard input, or null.</summary>
    public string? File { get; private set; }

    /// <summary>Params that hold where neither a file nor a flag says otherwise, or null.</summary>
    public byte[]? Before { get; set; }

    public FlagObject Flags { get; } = new();

    public List<string> Problems { get; } = [];

    public bool IsGiven => File is not null || !Flags.IsEmpty || Problems.Count > 0;

    /// <summary>Whether a mistyped flag was probably meant for a property: that it is missing is then no news.</summary>
    public bool WasMeant(string jsonName) => _meant.Contains(jsonName);

    public void Meant(string jsonName) => _meant.Add(jsonName);

    public void TakeFile(string path)
    {
        if (File is not null)
        {
            Problems.Add($"--params is given twice ({File} and {path}); one file holds all params.");
            return;
        }
        File = path;
    }

    /// <summary>Takes <c>--epochs 3</c>.</summary>
    public void TakeFlag(ParamField field, string text) => Take(Flags, field, field.Name, FlagName.Of(field.Name), text);

    /// <summary>Takes <c>--set optimizer.lr=0.1</c>.</summary>
    public void TakeSet(string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            Problems.Add($"--set {assignment}: expected NAME=VALUE, for instance --set optimizer.lr=0.1");
            return;
        }
        var path = assignment[..equals].Split('.');
        var (target, fields) = (Flags, Fields);
        for (var depth = 0; depth < path.Length; depth++)
        {
            if (!TryResolve(assignment[..equals], path[depth], fields, out var field, out var name))
            {
                return;
            }
            if (depth == path.Length - 1)
            {
                Take(target, field, name, $"--set {assignment[..equals]}", assignment[(equals + 1)..]);
                return;
            }
            if (field is { Kind: not (ParamKind.Object or ParamKind.Json) })
            {
                Problems.Add($"--set {assignment[..equals]}: {name} is no object ({Allowed(field)}), so it has no '{path[depth + 1]}'.");
                return;
            }
            if (target.Value(name) is { } whole)
            {
                Problems.Add($"--set {assignment[..equals]}: {whole.Flag} already gives the whole of {name}; use one of them.");
                return;
            }
            var nested = target.Nested(name);
            if (nested is null)
            {
                target.Add(name, nested = new FlagObject());
            }
            (target, fields) = (nested, field?.Fields ?? []);
        }
    }

    public static string Allowed(ParamField field) => field.Allowed.Length > 0 ? field.Allowed : field.Kind switch
    {
        ParamKind.Number => "number",
        ParamKind.Switch => "true or false",
        ParamKind.List => "list",
        ParamKind.Object => "object",
        ParamKind.Secret => "secret: env:NAME, file:PATH or -",
        ParamKind.Json => "any JSON",
        _ => "text",
    };

    /// <summary>Below an object with free keys any name is right; elsewhere it must be known.</summary>
    private bool TryResolve(string path, string typed, IReadOnlyList<ParamField> fields, out ParamField? field, out string name)
    {
        field = Find(fields, typed);
        name = field?.Name ?? typed;
        if (typed.Length == 0)
        {
            Problems.Add($"--set {path}: there is an empty name between the dots.");
            return false;
        }
        if (field is not null || (fields.Count == 0 && !ReferenceEquals(fields, Fields)))
        {
            return true;
        }
        var known = fields.Select(known => known.Name).ToList();
        if (Spelling.Closest(typed, known) is { } closest && ReferenceEquals(fields, Fields))
        {
            Meant(closest);
        }
        Problems.Add($"--set {path}: there is no '{typed}'.{Spelling.DidYouMean(typed, known)}");
        return false;
    }

    public static ParamField? Find(IReadOnlyList<ParamField> fields, ReadOnlySpan<char> typed)
    {
        // Two names may be one in kebab-case; each is still found as it is written in JSON.
        foreach (var field in fields)
        {
            if (typed.SequenceEqual(field.Name))
            {
                return field;
            }
        }
        foreach (var field in fields)
        {
            if (FlagName.Means(typed, field.Name))
            {
                return field;
            }
        }
        return null;
    }

    private void Take(FlagObject target, ParamField? field, string name, string flag, string text)
    {
        if (field?.Kind == ParamKind.Secret && !IsReference(text))
        {
            Problems.Add($"{flag} is a secret and never stands on a command line: give env:NAME, file:PATH or -");
            return;
        }
        if (target.Nested(name) is not null)
        {
            Problems.Add($"{flag}: parts of {name} are already given by --set; use one of them.");
            return;
        }
        if (target.Value(name) is not { } value)
        {
            value = new FlagValue(flag, field);
            target.Add(name, value);
        }
        else if (value.Kind != ParamKind.List)
        {
            Problems.Add($"{flag} is given twice ({value.Texts[0]} and {text}); only lists take several.");
            return;
        }
        value.Add(text);
    }

    private static bool IsReference(string text) =>
        text == StandardInput
        || text.StartsWith("env:", StringComparison.Ordinal)
        || text.StartsWith("file:", StringComparison.Ordinal);
}
