using System.Buffers.Binary;
using System.Text;

namespace Synapse.Runtime.Journal.Sqlite;

/// <summary>
/// The bytes of a database that has tables and no rows, in write-ahead mode, as SQLite itself would leave them after its
/// <c>CREATE TABLE</c> statements. Written in one go, they spare the start of a run most of what SQLite does there.
/// The format, with the offsets used here: https://sqlite.org/fileformat2.html.
/// </summary>
internal static class EmptyDatabase
{
    private const int HeaderBytes = 100;
    private const int LeafHeaderBytes = 8;
    private const byte TableLeaf = 0x0D;
    private const byte IndexLeaf = 0x0A;

    /// <summary>
    /// A page for the schema and one for each entry, whose root it is. The schema has to fit its page, as it does unless
    /// the statements grow beyond some 3,500 bytes.
    /// </summary>
    public static byte[] Image(ReadOnlySpan<SchemaEntry> schema, int pageBytes)
    {
        var image = new byte[(schema.Length + 1) * pageBytes];
        WriteHeader(image, pageBytes, pages: schema.Length + 1);
        WriteSchema(image.AsSpan(0, pageBytes), schema);
        for (var i = 0; i < schema.Length; i++)
        {
            var page = image.AsSpan((i + 1) * pageBytes, pageBytes);
            WriteLeafHeader(page, schema[i].HasRowIds ? TableLeaf : IndexLeaf, cells: 0, contentStart: pageBytes);
        }

        return image;
    }

    private static void WriteHeader(Span<byte> header, int pageBytes, int pages)
    {
        "SQLite format 3\0"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16BigEndian(header[16..], (ushort)pageBytes);
        header[18] = header[19] = 2; // written and read with a write-ahead log
        header[21] = 64; // the three fractions are constants of the format
        header[22] = header[23] = 32;
        BinaryPrimitives.WriteInt32BigEndian(header[24..], 1); // change counter
        BinaryPrimitives.WriteInt32BigEndian(header[28..], pages);
        BinaryPrimitives.WriteInt32BigEndian(header[40..], 1); // schema cookie
        BinaryPrimitives.WriteInt32BigEndian(header[44..], 4); // schema format
        BinaryPrimitives.WriteInt32BigEndian(header[56..], 1); // UTF-8
        BinaryPrimitives.WriteInt32BigEndian(header[92..], 1); // the number of pages is valid for this change counter
    }

    private static void WriteSchema(Span<byte> page, ReadOnlySpan<SchemaEntry> schema)
    {
        var content = page.Length;
        var pointers = page[(HeaderBytes + LeafHeaderBytes)..];
        for (var i = 0; i < schema.Length; i++)
        {
            var cell = Cell(rowId: i + 1, schema[i], rootPage: (byte)(i + 2));
            content -= cell.Length;
            if (content < HeaderBytes + LeafHeaderBytes + (2 * schema.Length))
            {
                throw new ArgumentException("The statements do not fit one page.", nameof(schema));
            }

            cell.CopyTo(page[content..]);
            BinaryPrimitives.WriteUInt16BigEndian(pointers[(2 * i)..], (ushort)content);
        }

        WriteLeafHeader(page[HeaderBytes..], TableLeaf, schema.Length, content);
    }

    private static void WriteLeafHeader(Span<byte> at, byte kind, int cells, int contentStart)
    {
        at[0] = kind;
        BinaryPrimitives.WriteUInt16BigEndian(at[3..], (ushort)cells);
        BinaryPrimitives.WriteUInt16BigEndian(at[5..], (ushort)contentStart);
    }

    // A row of sqlite_schema: type, name, tbl_name, rootpage, sql.
    private static byte[] Cell(int rowId, SchemaEntry entry, byte rootPage)
    {
        var types = new MemoryStream();
        var values = new MemoryStream();
        AddText(entry.Sql is null ? "index" : "table");
        AddText(entry.Name);
        AddText(entry.Table);
        types.WriteByte(1); // an integer of one byte
        values.WriteByte(rootPage);
        AddText(entry.Sql);
        var payload = 1 + types.Length + values.Length;
        var cell = new MemoryStream();
        WriteVarint(cell, (int)payload);
        WriteVarint(cell, rowId);
        cell.WriteByte((byte)(1 + types.Length));
        types.WriteTo(cell);
        values.WriteTo(cell);
        return cell.ToArray();

        void AddText(string? text)
        {
            if (text is null)
            {
                types.WriteByte(0);
                return;
            }

            var bytes = Encoding.UTF8.GetBytes(text);
            WriteVarint(types, 13 + (2 * bytes.Length));
            values.Write(bytes);
        }
    }

    private static void WriteVarint(MemoryStream to, int value)
    {
        // Two groups of seven bits, high one first, are enough within a page.
        if (value > 0x7F)
        {
            to.WriteByte((byte)(0x80 | (value >> 7)));
        }

        to.WriteByte((byte)(value & 0x7F));
    }
}
