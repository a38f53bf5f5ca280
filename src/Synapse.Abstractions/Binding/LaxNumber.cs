using System.Globalization;

namespace Synapse.Binding;

/// <summary>Numbers in the forms that lose nothing: <c>1.0</c> and <c>1e3</c> are integers, <c>"1_000"</c> is one too.</summary>
internal static class LaxNumber
{
    /// <summary>An integer written as JSON number.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> number, out Int128 value)
    {
        Span<char> digits = stackalloc char[64];
        value = 0;
        // No integer type of ours has more digits, even with a fraction of zeros and an exponent.
        return number.Length <= digits.Length && Exact(Widen(number, digits), allowExponent: true, out value);
    }

    /// <summary>An integer written as text.</summary>
    public static bool TryInteger(ReadOnlySpan<char> text, out Int128 value)
    {
        Span<char> digits = stackalloc char[64];
        value = 0;
        return Plain(text.Trim(), digits, out var length) && Exact(digits[..length], allowExponent: false, out value);
    }

    /// <summary>A floating-point number written as text.</summary>
    public static bool TryDouble(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim();
        var unsigned = text.TrimStart("+-");
        if (text.Length - unsigned.Length <= 1 && Named(unsigned, out value))
        {
            value = text[0] == '-' ? -value : value;
            return true;
        }
        Span<char> digits = stackalloc char[512];
        value = 0;
        return Plain(text, digits, out var length)
            && double.TryParse(digits[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
    }

    private static bool Named(ReadOnlySpan<char> text, out double value)
    {
        value = text.Equals("nan", StringComparison.OrdinalIgnoreCase) ? double.NaN : double.PositiveInfinity;
        return double.IsNaN(value)
            || text.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || text.Equals("infinity", StringComparison.OrdinalIgnoreCase);
    }

    // Drops underscores between digits; anything but the letters of a number is refused here.
    private static bool Plain(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '_' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
            {
                continue;
            }
            if (length == plain.Length || !(char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E'))
            {
                return false;
            }
            plain[length++] = c;
        }
        return length > 0;
    }

    // Sign, digits, a fraction, an exponent: an integer when the fraction is gone once the exponent is applied.
    private static bool Exact(ReadOnlySpan<char> text, bool allowExponent, out Int128 value)
    {
        value = 0;
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!allowExponent || !int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || exponent is > 60 or < -60)
            {
                return false;
            }
            text = text[..e];
        }
        var point = text.IndexOf('.');
        var fraction = point < 0 ? [] : text[(point + 1)..].TrimEnd('0');
        var whole = point < 0 ? text : text[..point];
        // "1." and ".5" are no JSON; "1." as text is none either.
        if (point >= 0 && (point == text.Length - 1 || !AllDigits(text[(point + 1)..])))
        {
            return false;
        }
        return Compose(whole, fraction, exponent, out value);
    }

    private static bool Compose(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int exponent, out Int128 value)
    {
        Span<char> digits = stackalloc char[192];
        whole.CopyTo(digits);
        fraction.CopyTo(digits[whole.Length..]);
        var length = whole.Length + fraction.Length;
        var shift = exponent - fraction.Length;
        for (; shift > 0; shift--)
        {
            digits[length++] = '0';
        }
        for (; shift < 0 && length > 1 && digits[length - 1] == '0'; shift++)
        {
            length--;
        }
        value = 0;
        var isZero = digits[..length].TrimStart("+-").Trim('0').IsEmpty;
        return (shift == 0 || isZero)
            && Int128.TryParse(digits[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static ReadOnlySpan<char> Widen(ReadOnlySpan<byte> number, Span<char> digits)
    {
        for (var i = 0; i < number.Length; i++)
        {
            digits[i] = (char)number[i];
        }
        return digits[..number.Length];
    }
}
