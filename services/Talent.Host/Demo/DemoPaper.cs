using System.Globalization;
using System.Text;

namespace Talent.Host.Demo;

/// <summary>A paper for the office to look at: one page of PDF that says what it is.</summary>
static class DemoPaper
{
    /// <summary>The page.</summary>
    /// <param name="lines">In ASCII, without brackets and backslashes, which PDF reads as its own.</param>
    public static byte[] Pdf(params IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("BT /F1 18 Tf 72 760 Td 28 TL ");
        foreach (var line in lines)
            text.Append('(').Append(line).Append(") Tj T* ");
        text.Append("ET");
        return Write(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {text.Length} >>\nstream\n{text}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]);
    }

    /// <summary>The objects, and the table that says at which byte each begins.</summary>
    static byte[] Write(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder();
        for (var number = 1; number <= objects.Count; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\n");
        file.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
