using System.Threading;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>What generated code needs to journal values of a type.</summary>
/// <param name="Type">The C# type with <c>global::</c> and nullable annotations.</param>
/// <param name="Instance">Expression for the codec.</param>
/// <param name="Shape">The JSON's shape.</param>
internal sealed record CodecReference(string Type, string Instance, string Shape);

/// <summary>Why a type cannot be journaled.</summary>
/// <param name="Path">From the type to the member at fault: <c>Items[].Stream</c>; empty for the type itself.</param>
/// <param name="Reason">Half a sentence with the way out.</param>
internal sealed record CodecRefusal(string Path, string Reason)
{
    /// <summary>The path as seen from <paramref name="root"/>: <c>Upload.Sent.Items[].Stream</c>.</summary>
    public string From(string root) => Path.Length == 0 ? root : Path[0] == '[' ? root + Path : root + "." + Path;
}

/// <summary>
/// Decides whether types can be journaled and collects the codecs it takes. One instance serves one model; what several
/// models need is made distinct by <see cref="CodecModel.ClassName"/> before emission.
/// </summary>
internal sealed class CodecParser(Compilation compilation, CancellationToken cancellation = default)
{
    private readonly Dictionary<string, CodecModel?> models = new(StringComparer.Ordinal);
    private readonly CodecBodies bodies = new(compilation);

    /// <summary>All codecs that the types parsed so far need, ordered by class name.</summary>
    public EquatableArray<CodecModel> Models =>
        models.Values.OfType<CodecModel>()
            .OrderBy(m => m.ClassName, StringComparer.Ordinal)
            .Select(m => m with { Shape = CodecShapes.Of(m.ClassName, models) })
            .ToEquatableArray();

    /// <summary>Parses a type and all that it consists of. On refusal nothing is added to <see cref="Models"/>.</summary>
    public CodecReference? Parse(ITypeSymbol type, out CodecRefusal? refusal)
    {
        type = Declared(type);
        var before = models.Keys.ToArray();
        var visit = new CodecVisit(this);
        var codec = visit.Class(type, string.Empty);
        refusal = visit.Refusal;
        if (refusal is null)
        {
            return new(CodecNames.Type(type), CodecModel.InstanceOf(codec!), CodecShapes.Of(codec!, models));
        }

        foreach (var added in models.Keys.Except(before).ToArray())
        {
            models.Remove(added);
        }

        return null;
    }

    // A declaration or typeof carries no annotation; where annotations are in use, that means never null.
    private ITypeSymbol Declared(ITypeSymbol type) =>
        type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } && compilation.Options.NullableContextOptions != NullableContextOptions.Disable
            ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : type;

    /// <summary>One walk from a root: stops at the first member that cannot be journaled.</summary>
    private sealed class CodecVisit(CodecParser parser) : ICodecVisit
    {
        // A generic type that contains itself in a larger form has no end, and its names double at each level.
        private const int Generics = 12;

        // As deep as the stack of a compiler allows with room to spare.
        private const int Levels = 150;

        private int level;

        public CodecRefusal? Refusal { get; private set; }

        public string? Class(ITypeSymbol type, string path)
        {
            parser.Cancellation.ThrowIfCancellationRequested();
            if (level > Levels || Depth(type) > Generics)
            {
                Refuse(path, level > Levels ? $"types nest more than {Levels} levels deep here; make it flatter" : "the type contains itself in an ever larger form; close its type arguments");
                return null;
            }

            var name = CodecNames.Class(type);
            if (Refusal is not null || parser.models.ContainsKey(name))
            {
                return name;
            }

            // Entered before its members are parsed, so that a type may contain itself.
            parser.models[name] = null;
            level++;
            var body = parser.bodies.Parse(type, path, this);
            level--;
            if (body is null || Refusal is not null)
            {
                return null;
            }

            parser.models[name] = new(CodecNames.Type(type), name, CodecNames.Title(type), string.Empty, body);
            return name;
        }

        public CodecValue? Value(ITypeSymbol type, string path)
        {
            var inner = Nullability.Unwrap(type);
            var scalar = Scalars.Of(inner);
            var codec = scalar is null ? Class(inner, path) : null;
            return Refusal is null
                ? new(CodecNames.Type(inner), scalar, codec, Nullability.IsNullable(type), inner.IsReferenceType)
                : null;
        }

        private static int Depth(ITypeSymbol type) => type switch
        {
            IArrayTypeSymbol array => 1 + Depth(array.ElementType),
            INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } => 1 + arguments.Max(Depth),
            _ => 0,
        };

        public void Refuse(string path, string reason) => Refusal ??= new(path, reason);
    }

    private CancellationToken Cancellation => cancellation;
}
