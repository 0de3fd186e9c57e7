using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Talent.Platform.Intake;

/// <summary>The archive of an .xlsx workbook: its sheets in order, and its parts as XML, never unpacking more than the
/// limits allow.</summary>
sealed class XlsxPackage
{
    static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    readonly byte[] content;
    readonly FileLimits limits;

    /// <exception cref="IntakeException">Not a workbook, or one that unpacks to too much.</exception>
    public XlsxPackage(byte[] content, string fileName, FileLimits limits)
    {
        (this.content, this.limits) = (content, limits);
        using var archive = OpenArchive();
        RefuseBombs(archive);
        WorkbookPath = Targets(archive, "_rels/.rels", "")
            .FirstOrDefault(target => target.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path
            ?? "xl/workbook.xml";
        if (archive.GetEntry(WorkbookPath) is null)
            throw new IntakeException(IntakeErrors.ContentMismatch(fileName, "ZIP"));
        var targets = Targets(archive, RelationsOf(WorkbookPath), Folder(WorkbookPath)).ToArray();
        StylesPath = Part("/styles");
        SharedStringsPath = Part("/sharedStrings");
        Sheets = [.. SheetIds(archive)
            .Select(id => targets.FirstOrDefault(target => target.Id.Equals(id, StringComparison.Ordinal)).Path)
            .Where(path => path is not null && archive.GetEntry(path) is not null)];

        string? Part(string type) => targets
            .FirstOrDefault(target => target.Type.EndsWith(type, StringComparison.Ordinal)).Path is { } path
                && archive.GetEntry(path) is not null ? path : null;
    }

    public string WorkbookPath { get; }
    public string? StylesPath { get; }
    public string? SharedStringsPath { get; }
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>Runs a step of reading and turns what damaged archives and XML throw into
    /// <see cref="IntakeErrors.NotReadable"/>.</summary>
    public static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (error is XmlException or InvalidDataException or IOException or FormatException
            or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new IntakeException(IntakeErrors.NotReadable("XLSX"), error);
        }
    }

    public ZipArchive OpenArchive() => Guarded(() => new ZipArchive(new MemoryStream(content, writable: false)));

    /// <summary>A part as XML; reading beyond the limit of unpacked bytes throws
    /// <see cref="IntakeException"/>.</summary>
    public XmlReader OpenPart(ZipArchive archive, string path) => Guarded(() =>
        XmlReader.Create(new BoundedStream(archive.GetEntry(path)!.Open(), limits.MaxUnzippedBytes), Xml));

    // What the archive declares is checked before anything is unpacked; it may lie, so unpacking counts again.
    void RefuseBombs(ZipArchive archive)
    {
        var bomb = new IntakeException(IntakeErrors.ZipBomb(limits.MaxUnzippedBytes));
        if (archive.Entries.Count > limits.MaxArchiveEntries)
            throw bomb;
        if (archive.Entries.Any(entry => entry.IsEncrypted))
            throw new IntakeException(IntakeErrors.EncryptedFile());
        var unpacked = archive.Entries.Sum(entry => (decimal)entry.Length);
        if (unpacked > limits.MaxUnzippedBytes)
            throw bomb;
        if (unpacked > limits.RatioFreeBytes && unpacked / content.Length > limits.MaxCompressionRatio)
            throw bomb;
    }

    List<string> SheetIds(ZipArchive archive)
    {
        using var reader = OpenPart(archive, WorkbookPath);
        var ids = new List<string>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !reader.LocalName.Equals("sheet", StringComparison.Ordinal))
                continue;
            for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            {
                if (reader.LocalName.Equals("id", StringComparison.Ordinal) && reader.Prefix.Length > 0)
                    ids.Add(reader.Value);
            }
        }
        return ids;
    }

    List<(string Id, string Type, string Path)> Targets(ZipArchive archive, string relations, string folder)
    {
        var targets = new List<(string, string, string)>();
        if (archive.GetEntry(relations) is null)
            return targets;
        using var reader = OpenPart(archive, relations);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element
                && reader.LocalName.Equals("Relationship", StringComparison.Ordinal)
                && reader.GetAttribute("Target") is { } target)
                targets.Add((reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "",
                    target.StartsWith('/') ? target[1..] : folder + target));
        }
        return targets;
    }

    /// <summary>A number as the format writes counts and indices: digits only.</summary>
    public static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    static string RelationsOf(string path) => $"{Folder(path)}_rels/{path[(path.LastIndexOf('/') + 1)..]}.rels";
}

/// <summary>Lets at most so many bytes through.</summary>
sealed class BoundedStream(Stream inner, long limit) : Stream
{
    long passed;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        passed += read;
        return passed <= limit ? read : throw new IntakeException(IntakeErrors.ZipBomb(limit));
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
