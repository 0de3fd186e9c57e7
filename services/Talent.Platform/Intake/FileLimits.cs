namespace Talent.Platform.Intake;

/// <summary>How much of a file is taken. Each limit answers with an error that names it.</summary>
public sealed record FileLimits
{
    /// <summary>The limits of imports.</summary>
    public static FileLimits Default { get; } = new();

    /// <summary>Size of the file as uploaded; 20 MiB.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Data rows or JSON items, blank rows not counted.</summary>
    public int MaxRows { get; init; } = 20_000;

    /// <summary>Characters of one cell, whatever its column allows; Excel's own limit.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>Columns, unknown ones included.</summary>
    public int MaxColumns { get; init; } = 200;

    /// <summary>Bytes an .xlsx may unpack to; 256 MiB. Held against what the archive declares and against what really
    /// comes out.</summary>
    public long MaxUnzippedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Unpacked to packed size above which an archive is refused, once it unpacks to more than
    /// <see cref="RatioFreeBytes"/>. Spreadsheets stay below 60; deflate can reach 1,032.</summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>Unpacked size up to which any ratio is harmless; 32 MiB.</summary>
    public long RatioFreeBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Entries of an .xlsx archive.</summary>
    public int MaxArchiveEntries { get; init; } = 1_000;

    /// <summary>Nesting of JSON.</summary>
    public int MaxJsonDepth { get; init; } = 16;
}
