namespace Synapse.Generators.Model.Params;

/// <summary>The value of a param: one subtype a way of reading.</summary>
/// <param name="Type">The C# type without the question mark.</param>
/// <param name="IsNullable">Null may be given.</param>
/// <param name="IsReference">Null needs no wrapper.</param>
internal abstract record ParamValue(string Type, bool IsNullable, bool IsReference);

/// <summary>A value that one method of <c>ParamReader</c> reads.</summary>
internal sealed record ScalarParam(string Type, bool IsNullable, bool IsReference, Scalar Scalar, bool AllowNonFinite) : ParamValue(Type, IsNullable, IsReference);

/// <summary>An enum, given by name.</summary>
internal sealed record EnumParam(string Type, bool IsNullable, EquatableArray<EnumName> Names) : ParamValue(Type, IsNullable, IsReference: false);

/// <summary>A list of any kind.</summary>
/// <param name="Construction">The C# type that is filled.</param>
/// <param name="Conversion">What turns it into the wanted type, or empty.</param>
internal sealed record ListParam(string Type, bool IsNullable, bool IsReference, ParamValue Item, string Construction, string Conversion) : ParamValue(Type, IsNullable, IsReference);

/// <summary>An object with free names.</summary>
/// <param name="Key">How the names are read; null for text.</param>
internal sealed record MapParam(string Type, bool IsNullable, bool IsReference, Scalar? Key, string KeyType, ParamValue Item, string Construction, string Conversion) : ParamValue(Type, IsNullable, IsReference);

/// <summary>Another params type.</summary>
/// <param name="MetadataName">Key of its model among the nested ones.</param>
/// <param name="IsCycle">It leads back to the type it stands in.</param>
internal sealed record NestedParam(string Type, bool IsNullable, bool IsReference, string MetadataName, bool IsCycle) : ParamValue(Type, IsNullable, IsReference);

/// <summary>A value of an enum.</summary>
internal sealed record EnumName(string Name, string JsonName);

/// <summary>A type that one method of <c>ParamReader</c> reads and one of <c>Utf8JsonWriter</c> writes.</summary>
/// <param name="Method">Suffix of <c>Try…</c>.</param>
/// <param name="Noun">As people read it: <c>integer</c>.</param>
/// <param name="SchemaType">JSON Schema type; empty for any.</param>
/// <param name="SchemaFormat">JSON Schema format, or empty.</param>
/// <param name="Write">C# that writes <c>{0}</c>.</param>
/// <param name="Kind">Which constraints fit.</param>
internal sealed record Scalar(string Method, string Noun, string SchemaType, string SchemaFormat, string Write, ScalarKind Kind);

/// <summary>Which constraints fit a scalar.</summary>
internal enum ScalarKind
{
    /// <summary>An integer of up to 64 bits.</summary>
    Integer,

    /// <summary>A number with binary fraction.</summary>
    Floating,

    /// <summary>A number with decimal fraction.</summary>
    Decimal,

    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>Anything else that is written as text.</summary>
    Other,
}
