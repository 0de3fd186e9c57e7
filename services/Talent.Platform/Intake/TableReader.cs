using System.Text;

namespace Talent.Platform.Intake;

/// <summary>Reads tables that people send: .csv (UTF-8, UTF-16, GB18030; comma, semicolon, tab), .xlsx and
/// .json.</summary>
public static class TableReader
{
    static readonly byte[] CompoundFileMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    static readonly string[] TextExtensions = [".csv", ".tsv", ".txt"];

    /// <summary>Opens a file and checks it as a whole. What it holds is told from its first bytes, not from its name;
    /// where the two disagree the file is refused.</summary>
    /// <exception cref="IntakeException">The file is too large, of no known kind, damaged, or lacks a
    /// heading.</exception>
    public static TableFile Open(Stream file, string fileName, ColumnSet columns, FileLimits limits)
    {
        var content = Bytes(file, limits);
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (content.AsSpan().StartsWith(CompoundFileMark))
            throw new IntakeException(CompoundFile(content));
        if (content.AsSpan().StartsWith("PK\x03\x04"u8) || content.AsSpan().StartsWith("PK\x05\x06"u8))
        {
            return extension is ".xlsx" or ".xlsm" or ""
                ? OfWorkbook(content, fileName, columns, limits)
                : throw new IntakeException(IntakeErrors.ContentMismatch(fileName, "ZIP / XLSX"));
        }
        if (extension is ".xlsx" or ".xlsm")
            throw new IntakeException(IntakeErrors.ContentMismatch(fileName, Kind(content)));
        if (extension is ".json")
            return TableFile.OfItems(JsonSource.Items(TextDecoding.Decode(content), limits), limits);
        return TextExtensions.Contains(extension, StringComparer.Ordinal)
            ? OfText(content, fileName, columns, limits)
            : throw new IntakeException(IntakeErrors.UnsupportedFormat(fileName));
    }

    /// <summary>The rows of a file that <see cref="Open"/> accepts.</summary>
    /// <exception cref="IntakeException">As <see cref="Open"/>; thrown before the first row.</exception>
    public static IEnumerable<ImportRow> Read(Stream file, string fileName, ColumnSet columns, FileLimits limits) =>
        Open(file, fileName, columns, limits).Rows();

    static TableFile OfText(byte[] content, string fileName, ColumnSet columns, FileLimits limits)
    {
        if (Kind(content) is "PDF" or "PNG" or "JPEG" or "GZIP" or "RAR" or "7Z")
            throw new IntakeException(IntakeErrors.ContentMismatch(fileName, Kind(content)));
        var source = new CsvSource(TextDecoding.Decode(content), columns, limits.MaxColumns + 1);
        return TableFile.OfRecords(source.Records, columns, limits);
    }

    static TableFile OfWorkbook(byte[] content, string fileName, ColumnSet columns, FileLimits limits)
    {
        var source = XlsxSource.Open(content, fileName, columns, limits);
        return TableFile.OfRecords(source.Records, columns, limits);
    }

    static byte[] Bytes(Stream file, FileLimits limits)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            if (content.Length + read > limits.MaxBytes)
                throw new IntakeException(IntakeErrors.FileTooLarge(limits.MaxBytes));
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    // Excel wraps a workbook with a password in the container that .xls files used.
    static RowError CompoundFile(ReadOnlySpan<byte> content) =>
        content.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? IntakeErrors.EncryptedFile()
            : IntakeErrors.LegacySpreadsheet();

    static string Kind(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "PDF",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [0x1F, 0x8B, ..] => "GZIP",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "RAR",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "7Z",
        [] => "0 B",
        [(byte)'<', ..] => "HTML / XML",
        _ => "CSV / text",
    };
}
