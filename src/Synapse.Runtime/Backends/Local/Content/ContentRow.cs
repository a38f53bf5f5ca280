namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>Content as the index knows it.</summary>
/// <param name="Segment">The segment that holds it, or null: then it is a blob.</param>
/// <param name="Offset">Where its record begins.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal readonly record struct ContentRow(int? Segment, long Offset, long Size, string Sha256);
