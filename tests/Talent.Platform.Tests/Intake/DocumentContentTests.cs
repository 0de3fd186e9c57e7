using System.Text;
using Talent.Platform.Intake;

namespace Talent.Platform.Tests.Intake;

public sealed class DocumentContentTests
{
    // One grey point.
    static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 1, 2, 3, 0xFF, 0xD9];

    [Fact]
    public void Pdf_png_and_jpeg_are_known_by_their_bytes()
    {
        DocumentContent.MediaTypeOf(Pdf()).ShouldBe("application/pdf");
        DocumentContent.MediaTypeOf(Encoding.ASCII.GetBytes("%PDF-2.0\n1 0 obj\nendobj\n%%EOF\n")).ShouldBe("application/pdf");
        DocumentContent.MediaTypeOf(Png).ShouldBe("image/png");
        DocumentContent.MediaTypeOf(Jpeg).ShouldBe("image/jpeg");
    }

    [Fact]
    public void Notes_behind_a_picture_do_not_matter() =>
        DocumentContent.MediaTypeOf([.. Jpeg, .. new byte[1000]]).ShouldBe("image/jpeg");

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("<html><script>alert(1)</script>%PDF-1.7 %%EOF</html>")]
    [InlineData("GIF89a;%%EOF")]
    [InlineData("PK\u0003\u0004 %%EOF")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void Anything_else_is_refused(string text) =>
        DocumentContent.MediaTypeOf(Encoding.Latin1.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void A_file_that_is_cut_off_is_refused()
    {
        DocumentContent.MediaTypeOf(Pdf().AsSpan(0, 40)).ShouldBeNull();
        DocumentContent.MediaTypeOf(Png.AsSpan(0, Png.Length - 4)).ShouldBeNull();
        DocumentContent.MediaTypeOf(Jpeg.AsSpan(0, Jpeg.Length - 1)).ShouldBeNull();
        DocumentContent.MediaTypeOf([.. Pdf(), .. new byte[2000]]).ShouldBeNull();
    }

    [Fact]
    public void No_bytes_whatever_make_it_fail()
    {
        var random = new Random(7);
        foreach (var start in new byte[][] { Pdf(), Png, Jpeg })
        {
            for (var length = 0; length < start.Length; length++)
            {
                var some = start[..length];
                if (length > 0)
                    some[random.Next(length)] ^= (byte)random.Next(1, 256);
                Should.NotThrow(() => DocumentContent.MediaTypeOf(some));
            }
        }
    }

    static byte[] Pdf() => Encoding.ASCII.GetBytes(
        "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");
}
