namespace Fashion.Tests;

public class GrayPngTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(40, 1)]
    [InlineData(28, 28)]
    [InlineData(300, 200)]
    [InlineData(4096, 2)]
    public void Image_comes_back(int width, int height)
    {
        var pixels = Idx.Pattern(width * height);

        Assert.True(GrayPng.TryDecode(GrayPng.Encode(width, height, pixels), out var image, out var problem), problem);
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal(pixels, image.Pixels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Filter_is_undone(byte filter)
    {
        var pixels = Idx.Pattern(31 * 17);

        Assert.Equal(pixels, Decoded(Png.Make(Png.Header(31, 17), Png.Data(Png.Filter(pixels, 31, _ => filter)), Png.End())));
    }

    // Of few gray levels neighbours are often equally near, and then their order counts.
    [Fact]
    public void Equally_near_neighbours_are_taken_in_the_order_of_the_standard()
    {
        byte[] pixels = [.. Idx.Pattern(64 * 64).Select(pixel => (byte)(pixel % 8))];

        Assert.Equal(pixels, Decoded(Png.Make(Png.Header(64, 64), Png.Data(Png.Filter(pixels, 64, _ => 4)), Png.End())));
    }

    [Fact]
    public void Rows_may_have_different_filters()
    {
        var pixels = Idx.Pattern(31 * 17);

        Assert.Equal(pixels, Decoded(Png.Make(Png.Header(31, 17), Png.Data(Png.Filter(pixels, 31, y => (byte)(y % 5))), Png.End())));
    }

    [Fact]
    public void Pixel_data_may_be_in_several_chunks()
    {
        var packed = Png.Deflate([0, 1, 2, 0, 3, 4]);

        Assert.Equal(
            [1, 2, 3, 4],
            Decoded(Png.Make(Png.Header(2, 2), Png.Chunk("IDAT", packed[..3]), Png.Chunk("IDAT"), Png.Chunk("IDAT", packed[3..]), Png.End())));
    }

    [Fact]
    public void Chunk_that_need_not_be_understood_is_passed_over() =>
        Assert.Equal([7], Decoded(Png.Make(Png.Header(1, 1), Png.Chunk("tEXt", 1, 2, 3), Png.Data(0, 7), Png.Chunk("tIME"), Png.End())));

    [Fact]
    public void Every_truncation_is_refused()
    {
        var png = GrayPng.Encode(28, 28, Idx.Pattern(ImageSet.Size));

        Assert.All(Enumerable.Range(1, png.Length - 1), length => Assert.Equal("the file is truncated", Problem(png[..length])));
    }

    [Fact]
    public void Every_changed_byte_is_refused()
    {
        var png = GrayPng.Encode(3, 2, Idx.Pattern(6));

        Assert.All(Enumerable.Range(0, png.Length), at => Problem([.. png[..at], (byte)(png[at] ^ 0x55), .. png[(at + 1)..]]));
    }

    // With a right checksum the flaw gets to the decompressor.
    [Fact]
    public void Pixel_data_with_any_flaw_never_throws()
    {
        var packed = Png.Deflate([0, .. Idx.Pattern(40), 0, .. Idx.Pattern(40)]);
        for (var at = 0; at < packed.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                byte[] flawed = [.. packed[..at], (byte)value, .. packed[(at + 1)..]];
                GrayPng.TryDecode(Png.Make(Png.Header(40, 2), Png.Chunk("IDAT", flawed), Png.End()), out _, out _);
            }
        }
    }

    [Fact]
    public void Preset_dictionary_is_refused() =>
        Refused("the compressed pixel data is corrupt", Png.Header(1, 1), Png.Chunk("IDAT", 0x78, 0xbb, 0, 0, 0, 1, 3, 0), Png.End());

    [Fact]
    public void Empty_file_is_refused() => Assert.Equal("the file is empty", Problem([]));

    [Theory]
    [InlineData(new byte[] { 0xff, 0xd8, 0xff })]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0a, 0x0a, 0x1a, 0x0a, 0 })]
    public void Other_file_is_refused(byte[] file) => Assert.Equal("not a PNG file", Problem(file));

    [Fact]
    public void Wrong_checksum_is_refused()
    {
        var data = Png.Data(0, 7);
        data[^1] ^= 1;

        Refused("the file is corrupt: wrong checksum", Png.Header(1, 1), data, Png.End());
    }

    [Fact]
    public void Length_beyond_the_file_is_refused() =>
        Refused("the file is truncated", Png.Header(1, 1), [0xff, 0xff, 0xff, 0xff, .. Png.Data(0, 7)[4..]], Png.End());

    [Fact]
    public void File_without_header_is_refused() => Refused("the first chunk is not the header", Png.Data(0, 7), Png.End());

    [Fact]
    public void Two_headers_are_refused() => Refused("the file has two headers", Png.Header(1, 1), Png.Header(1, 1), Png.Data(0, 7), Png.End());

    [Fact]
    public void Header_of_another_length_is_refused() =>
        Refused("the header has 12 bytes, not 13", Png.Header(1, 1, 8, 0, 0, 0), Png.Data(0, 7), Png.End());

    [Theory]
    [InlineData(0, 1, "0×1")]
    [InlineData(1, 0, "1×0")]
    [InlineData(4097, 1, "4097×1")]
    [InlineData(1, -1, "1×4294967295")]
    public void Size_out_of_range_is_refused(int width, int height, string size) =>
        Refused($"the size is {size}; 1 to 4096 pixels a side are read", Png.Header(width, height), Png.Data(0, 7), Png.End());

    [Theory]
    [InlineData(16, 0, "16-bit gray")]
    [InlineData(8, 2, "8-bit RGB")]
    [InlineData(8, 3, "8-bit palette")]
    [InlineData(8, 4, "8-bit gray with alpha")]
    [InlineData(8, 6, "8-bit RGB with alpha")]
    [InlineData(8, 7, "8-bit unknown")]
    public void Other_pixels_are_refused(byte bits, byte color, string what) =>
        Refused($"the pixels are {what}, not 8-bit gray", Png.Header(1, 1, bits, color, 0, 0, 0), Png.Data(0, 7), Png.End());

    [Fact]
    public void Interlaced_image_is_refused() =>
        Refused("interlaced images are not read", Png.Header(1, 1, 8, 0, 0, 0, 1), Png.Data(0, 7), Png.End());

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 2)]
    public void Unknown_method_is_refused(byte compression, byte filter, byte interlace) =>
        Refused("unknown compression, filter or interlace method", Png.Header(1, 1, 8, 0, compression, filter, interlace), Png.Data(0, 7), Png.End());

    [Fact]
    public void Unknown_chunk_that_must_be_understood_is_refused() =>
        Refused("unknown chunk ABCD", Png.Header(1, 1), Png.Chunk("ABCD"), Png.Data(0, 7), Png.End());

    [Fact]
    public void File_without_pixel_data_is_refused() =>
        Refused("the pixel data ends after 0 of 2 bytes", Png.Header(1, 1), Png.End());

    [Fact]
    public void Too_few_pixels_are_refused() =>
        Refused("the pixel data ends after 3 of 6 bytes", Png.Header(2, 2), Png.Data(0, 1, 2), Png.End());

    [Fact]
    public void Too_many_pixels_are_refused() =>
        Refused("the pixel data is longer than 2 bytes", Png.Header(1, 1), Png.Data(0, 7, 7), Png.End());

    [Fact]
    public void Corrupt_compression_is_refused() =>
        Refused("the compressed pixel data is corrupt", Png.Header(1, 1), Png.Chunk("IDAT", 1, 2, 3, 4), Png.End());

    [Fact]
    public void Unknown_filter_is_refused() =>
        Refused("row 1 has the unknown filter 5", Png.Header(1, 2), Png.Data(0, 7, 5, 7), Png.End());

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(2, 2, 3)]
    public void Sizes_that_make_no_image_are_not_encoded(int width, int height, int pixels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GrayPng.Encode(width, height, new byte[pixels]));

    [Fact]
    public void Crc_is_that_of_the_standard() => Assert.Equal(0xCBF43926, Crc32.Compute("123456789"u8));

    [Fact]
    public void Crc_goes_on_from_a_former_one() => Assert.Equal(0xCBF43926, Crc32.Compute("6789"u8, Crc32.Compute("12345"u8)));

    private static byte[] Decoded(byte[] png)
    {
        Assert.True(GrayPng.TryDecode(png, out var image, out var problem), problem);
        return image.Pixels;
    }

    private static void Refused(string reason, params byte[][] chunks) => Assert.Equal(reason, Problem(Png.Make(chunks)));

    private static string? Problem(byte[] png)
    {
        Assert.False(GrayPng.TryDecode(png, out var image, out var problem));
        Assert.Null(image);
        return problem;
    }
}
