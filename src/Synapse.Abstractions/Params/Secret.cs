namespace Synapse;

/// <summary>
/// A value that must never be seen: it prints as <c>***</c>, is never journaled and never logged. On the command line it
/// is given as <c>env:NAME</c>, <c>file:PATH</c> or <c>-</c>.
/// </summary>
public sealed class Secret
{
    private readonly string _value;

    private Secret(string value, string reference)
    {
        _value = value;
        Reference = reference;
    }

    /// <summary>How the value was given: <c>env:NAME</c>, <c>file:PATH</c> or <c>given</c>. This is what the journal keeps.</summary>
    public string Reference { get; }

    /// <summary>A secret from its value.</summary>
    /// <param name="value">The value.</param>
    public static Secret FromValue(string value) => new(value, "given");

    /// <summary>A secret from a reference: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="secret">The secret, when the reference leads to a value.</param>
    /// <param name="problem">Why it does not, without any value.</param>
    public static bool TryResolve(string reference, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Secret? secret, out string? problem)
    {
        secret = null;
        problem = null;
        if (reference.StartsWith("env:", StringComparison.Ordinal))
        {
            var name = reference[4..];
            var value = Environment.GetEnvironmentVariable(name);
            if (value is null)
            {
                problem = $"environment variable {name} is not set";
                return false;
            }
            secret = new(value, reference);
            return true;
        }
        if (reference.StartsWith("file:", StringComparison.Ordinal))
        {
            try
            {
                secret = new(File.ReadAllText(reference[5..]).TrimEnd('\r', '\n'), reference);
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                problem = $"cannot read {reference[5..]}: {e.Message}";
                return false;
            }
        }
        problem = "a secret is given as env:NAME, file:PATH or -";
        return false;
    }

    /// <summary>The value itself. Hand it to what needs it and keep no copy.</summary>
    public string Reveal() => _value;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
