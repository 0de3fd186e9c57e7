namespace Talent.Identity.Domain;

/// <summary>A paper that shows who an organisation is.</summary>
sealed class Paper
{
    /// <summary>Papers an organisation may have.</summary>
    public const int Most = 5;
    /// <summary>Bytes of one; 10 MiB.</summary>
    public const int LargestSize = 10 * 1024 * 1024;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Name { get; init; }
    public required string MediaType { get; init; }
    public required int Size { get; init; }
    public required string UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
}

/// <summary>The bytes of a paper, apart from what lists show.</summary>
sealed class PaperContent
{
    public required Guid PaperId { get; init; }
    public required byte[] Content { get; init; }
}
