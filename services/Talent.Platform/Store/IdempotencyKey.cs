namespace Talent.Platform.Store;

/// <summary>What a POST with an <c>Idempotency-Key</c> was answered, so that the same call again gets the same answer.</summary>
public sealed class IdempotencyKey
{
    public required string Caller { get; init; }
    public required string Endpoint { get; init; }
    public required string Key { get; init; }
    /// <summary>SHA-256 of the request's body, so that a key used for something else is refused.</summary>
    public required string RequestHash { get; init; }
    public int Status { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public string? Body { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}
