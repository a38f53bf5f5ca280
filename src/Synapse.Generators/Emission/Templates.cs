using System.Collections.Concurrent;
using System.IO;
using Scriban;
using Scriban.Runtime;

namespace Synapse.Generators.Emission;

/// <summary>
/// The Scriban templates of this assembly: each parsed once, at first use, and rendered strictly, so that a name that
/// the model does not have is an error here and not a hole in generated code.
/// </summary>
internal static class Templates
{
    private static readonly ConcurrentDictionary<string, Lazy<Template>> Parsed = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static TemplateContext? context;

    /// <summary>Renders the embedded template <paramref name="name"/>, given without its extension.</summary>
    public static string Render(string name, ScriptObject model)
    {
        var template = Parsed.GetOrAdd(name, key => new(() => Parse(key))).Value;
        var current = context ??= NewContext();
        current.PushGlobal(model);
        try
        {
            return template.Render(current);
        }
        catch
        {
            // A context that failed half-way has state of the failed page in it.
            context = null;
            throw;
        }
        finally
        {
            current.PopGlobal();
        }
    }

    // No library of functions: what a template cannot say, the model says for it. Scriban's takes longer to put together
    // than all pages to write.
    private static TemplateContext NewContext() => new(new ScriptObject())
    {
        StrictVariables = true,
        EnableRelaxedMemberAccess = false,
        LoopLimit = 0,
        NewLine = "\n",
    };

    private static Template Parse(string name)
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream(name + ".sbn")
            ?? throw new InvalidOperationException($"No template '{name}'.");
        using var reader = new StreamReader(stream);
        var template = Template.Parse(reader.ReadToEnd().Replace("\r\n", "\n"), name);
        return template.HasErrors ? throw new InvalidOperationException($"Template '{name}': {template.Messages}") : template;
    }
}
