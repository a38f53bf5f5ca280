using System.Text.Json;

namespace Synapse;

/// <summary>One thing wrong with the parameters.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) to the value at fault; empty for the whole object.</param>
/// <param name="Code">Short machine name, for instance <c>missing</c> or <c>out_of_range</c>.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record ParamError(string Pointer, string Code, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Pointer.Length == 0 ? Message : $"{Pointer}: {Message}";
}

/// <summary>
/// All that is wrong with the parameters of an action. A <c>partial void Validate(ParamErrors errors)</c> of a
/// <see cref="ParamsAttribute"/> type adds to it what concerns several properties; it runs when each one alone is right.
/// </summary>
public sealed class ParamErrors
{
    private readonly List<ParamError> _errors = [];
    private readonly List<ParamError> _warnings = [];
    private int _count;

    /// <summary>How many errors are kept; a list of a million wrong items needs no million messages.</summary>
    public const int MaxItems = 1000;


    /// <summary>The errors so far, in order; at most <see cref="MaxItems"/>.</summary>
    public IReadOnlyList<ParamError> Items => _errors;

    /// <summary>What was ignored and may be a mistake, for instance unknown names when the platform starts a run.</summary>
    public IReadOnlyList<ParamError> Warnings => _warnings;

    /// <summary>How many errors there are.</summary>
    public int Count => _count;

    /// <summary>Adds an error on one property.</summary>
    /// <param name="property"><c>nameof(Property)</c>; its JSON name is derived from it.</param>
    /// <param name="message">What is wrong and what is allowed.</param>
    public void Add(string property, string message) =>
        Report(new("/" + JsonNamingPolicy.SnakeCaseLower.ConvertName(property), "value_error", message));

    /// <summary>Adds an error on the parameters as a whole.</summary>
    /// <param name="message">What is wrong and what is allowed.</param>
    public void Add(string message) => Report(new("", "value_error", message));

    internal void Report(ParamError error)
    {
        _count++;
        if (_errors.Count < MaxItems)
        {
            _errors.Add(error);
        }
    }

    internal void Warn(ParamError warning) => _warnings.Add(warning);

    /// <summary>For generated binders: from <paramref name="first"/> on, a property reported by its derived name gets the name it has in JSON.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public void Rename(int first, string derived, string name)
    {
        for (var i = first; i < _errors.Count; i++)
        {
            if (_errors[i].Pointer == "/" + derived)
            {
                _errors[i] = _errors[i] with { Pointer = "/" + Binding.ParamLocator.Escape(name) };
            }
        }
    }

    /// <summary>Puts the errors from <paramref name="first"/> on below a property or index.</summary>
    internal void Nest(int first, string segment)
    {
        for (var i = first; i < _errors.Count; i++)
        {
            _errors[i] = _errors[i] with { Pointer = "/" + segment + _errors[i].Pointer };
        }
    }
}
