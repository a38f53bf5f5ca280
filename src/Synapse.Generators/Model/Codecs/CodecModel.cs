namespace Synapse.Generators.Model.Codecs;

/// <summary>One <c>Codec&lt;T&gt;</c> to generate. Two models of one type are equal, wherever they were parsed from.</summary>
/// <param name="Type">The C# type with <c>global::</c> and nullable annotations.</param>
/// <param name="ClassName">Class of the codec in <see cref="Namespace"/>; says the type, so it is the key for distinctness.</param>
/// <param name="Title">The type as people write it.</param>
/// <param name="Shape">The JSON's shape in short text.</param>
/// <param name="Body">How to write and read.</param>
internal sealed record CodecModel(string Type, string ClassName, string Title, string Shape, CodecBody Body)
{
    /// <summary>Where all codecs of an assembly stand.</summary>
    public const string Namespace = "Synapse.Generated.Codecs";

    /// <summary>The expression that other generated code passes on: the one instance.</summary>
    public string Instance => InstanceOf(ClassName);

    public static string InstanceOf(string className) => $"global::{Namespace}.{className}.Instance";
}

/// <summary>How the values of a type are written: one subtype a form of JSON.</summary>
internal abstract record CodecBody;

/// <summary>A scalar or a nullable on its own, written as it would be inside another value.</summary>
internal sealed record ValueBody(CodecValue Value) : CodecBody;

/// <summary>A name for each known value, else the number.</summary>
internal sealed record EnumBody(string Underlying, EquatableArray<EnumMember> Members) : CodecBody;

/// <summary>An object with one property a member, in fixed order.</summary>
/// <param name="Members">The members in the order of the JSON.</param>
/// <param name="CanBeDerived">A subclass's value would lose what the subclass adds, so it is refused at run time.</param>
internal sealed record ObjectBody(EquatableArray<CodecMember> Members, bool CanBeDerived) : CodecBody;

/// <summary>An array with one item an element.</summary>
internal sealed record TupleBody(EquatableArray<CodecValue> Elements) : CodecBody;

/// <summary>An array of items.</summary>
internal sealed record ListBody(CodecValue Item, CollectionForm Form, string Construction) : CodecBody;

/// <summary>An object with free names.</summary>
internal sealed record DictionaryBody(CodecValue Item, CollectionForm Form, string Construction) : CodecBody;

/// <summary>A base type whose value is one of the cases: an array of the case's name and its value.</summary>
internal sealed record UnionBody(EquatableArray<UnionCase> Cases) : CodecBody;

/// <summary>How a collection is filled while reading.</summary>
internal enum CollectionForm
{
    /// <summary>The type itself has <c>Add</c>.</summary>
    Mutable,

    /// <summary>Items go into a list, of which the result is made at the end.</summary>
    FromList,
}

/// <summary>A value inside another: read and written in place when scalar, by its own codec otherwise.</summary>
/// <param name="Type">The C# type, without the question mark of a nullable value.</param>
/// <param name="Scalar">Suffix of the reading method of <c>JournalJson</c>, or null.</param>
/// <param name="Codec">Class name of the codec, or null.</param>
/// <param name="IsNullable">Null is a value.</param>
/// <param name="IsReference">The type is a reference type, so that null can turn up against its annotation.</param>
internal sealed record CodecValue(string Type, string? Scalar, string? Codec, bool IsNullable, bool IsReference);

/// <summary>A member of an object.</summary>
/// <param name="Name">The C# member.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Local">The local variable it is read into.</param>
/// <param name="Parameter">Position in the constructor, or -1 for a settable member.</param>
/// <param name="Value">Its value.</param>
internal sealed record CodecMember(string Name, string JsonName, string Local, int Parameter, CodecValue Value);

/// <summary>A value of an enum.</summary>
internal sealed record EnumMember(string Name, string JsonName);

/// <summary>A derived type of a union.</summary>
internal sealed record UnionCase(string Name, string Type, string Codec);
