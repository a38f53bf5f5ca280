using System.Globalization;
using System.Text;

namespace Synapse.Generators.Parsing;

/// <summary>
/// What <c>JsonNamingPolicy.SnakeCaseLower</c> gives, without the assembly of that policy: whose version a compiler
/// host carries is not ours to choose. A test holds the two together.
/// </summary>
internal static class SnakeCase
{
    private enum Before
    {
        Nothing,
        Upper,
        LowerOrDigit,
        Space,
    }

    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        var before = Before.Nothing;
        for (var i = 0; i < name.Length; i++)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(name[i]))
            {
                case UnicodeCategory.UppercaseLetter:
                    var endsAcronym = before == Before.Upper && i + 1 < name.Length && char.IsLower(name[i + 1]);
                    snake.Append(endsAcronym || before is Before.LowerOrDigit or Before.Space ? "_" : string.Empty).Append(char.ToLowerInvariant(name[i]));
                    before = Before.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    snake.Append(before == Before.Space ? "_" : string.Empty).Append(name[i]);
                    before = Before.LowerOrDigit;
                    break;
                case UnicodeCategory.SpaceSeparator:
                    before = before == Before.Nothing ? Before.Nothing : Before.Space;
                    break;
                default:
                    snake.Append(name[i]);
                    before = Before.Nothing;
                    break;
            }
        }

        return snake.ToString();
    }
}
