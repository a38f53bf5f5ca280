namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>One entry of a <see cref="NamesRecord"/>.</summary>
/// <param name="Name">What the content is called.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="RecordBytes">Bytes of its record among those before the names; null for a blob.</param>
internal readonly record struct NamedContent(ContentName Name, long Size, byte[] Sha256, int? RecordBytes)
{
    public static NamedContent Of(PendingWrite write) =>
        new(write.Name!, write.Content!.Size, write.Content.Sha256, write.Content.IsBlob ? null : write.Content.Record.Length);
}
