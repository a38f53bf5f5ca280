using System.ComponentModel;

namespace Synapse.Binding;

/// <summary>
/// What a compiled params type no longer shows and a type derived from it in another assembly needs: defaults and texts.
/// Generated; authors do not write it.
/// </summary>
/// <param name="contract">Number of the form of <paramref name="members"/>.</param>
/// <param name="members">For each property its name, its default as JSON or null, and its help text or null.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParamsManifestAttribute(int contract, params string?[] members) : Attribute
{
    /// <summary>The form that this library knows.</summary>
    public const int Current = 1;

    /// <summary>Number of the form of <see cref="Members"/>.</summary>
    public int Contract { get; } = contract;

    /// <summary>For each property its name, its default as JSON or null, and its help text or null.</summary>
    public string?[] Members { get; } = members;
}
