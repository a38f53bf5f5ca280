using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Synapse.Binding;

/// <content>Numbers: the plain form at once, the lax forms in methods of their own.</content>
public ref partial struct ParamReader
{
    /// <summary>Reads an <see cref="int"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryInt32(out int value, string allowed) =>
        (_json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out value)) || TryInteger(out value, allowed);

    /// <summary>Reads a <see cref="long"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryInt64(out long value, string allowed) =>
        (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out value)) || TryInteger(out value, allowed);

    /// <summary>Reads an integer of any size up to 64 bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryInteger<T>(out T value, string allowed)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = default;
        Int128 exact;
        switch (_json.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                exact = _json.TokenType == JsonTokenType.True ? 1 : 0;
                break;
            case JsonTokenType.Number when LaxNumber.TryInteger(_json.ValueSpan, out exact):
            case JsonTokenType.String when LaxNumber.TryInteger(Text(), out exact):
                break;
            default:
                return Wrong(allowed);
        }
        if (exact < Int128.CreateChecked(T.MinValue) || exact > Int128.CreateChecked(T.MaxValue))
        {
            Report("out_of_range", string.Create(CultureInfo.InvariantCulture, $"Expected {allowed}, {T.MinValue} to {T.MaxValue}, found {Found()}."));
            return false;
        }
        value = T.CreateTruncating(exact);
        return true;
    }

    /// <summary>Reads a <see cref="double"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDouble(out double value, string allowed, bool allowNonFinite = false) =>
        (_json.TokenType == JsonTokenType.Number && _json.TryGetDouble(out value) && double.IsFinite(value)) || TryLaxDouble(out value, allowed, allowNonFinite);

    /// <summary>Reads a <see cref="float"/>.</summary>
    public bool TrySingle(out float value, string allowed, bool allowNonFinite = false)
    {
        value = 0;
        if (!TryDouble(out var wide, allowed, allowNonFinite))
        {
            return false;
        }
        value = (float)wide;
        return float.IsFinite(value) || allowNonFinite || NonFinite(allowed);
    }

    /// <summary>Reads a <see cref="decimal"/>.</summary>
    public bool TryDecimal(out decimal value, string allowed)
    {
        if ((_json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out value))
            || (_json.TokenType == JsonTokenType.String && decimal.TryParse(Text().AsSpan().Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)))
        {
            return true;
        }
        value = 0;
        return Wrong(allowed);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryLaxDouble(out double value, string allowed, bool allowNonFinite)
    {
        value = 0;
        switch (_json.TokenType)
        {
            case JsonTokenType.Number:
                value = _json.GetDouble();
                break;
            case JsonTokenType.True or JsonTokenType.False:
                value = _json.TokenType == JsonTokenType.True ? 1 : 0;
                break;
            case JsonTokenType.String when LaxNumber.TryDouble(Text(), out value):
                break;
            default:
                return Wrong(allowed);
        }
        return double.IsFinite(value) || allowNonFinite || NonFinite(allowed);
    }

    private bool NonFinite(string allowed)
    {
        Report("not_finite", $"Expected {allowed}, found {Found()}, which is not a finite number.");
        return false;
    }
}
