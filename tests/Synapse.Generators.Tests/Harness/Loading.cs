using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Loads what was compiled, each in a context of its own: all plugins here have one name.</summary>
internal static class Loading
{
    public static Assembly Load(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return new AssemblyLoadContext(name: null).LoadFromStream(stream);
    }
}
