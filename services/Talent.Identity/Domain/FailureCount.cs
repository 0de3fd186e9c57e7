namespace Talent.Identity.Domain;

/// <summary>How often something failed within a while: sign-ins for an address, from a device, from a network address.</summary>
sealed class FailureCount
{
    /// <summary>What is counted; names no person.</summary>
    public required string Key { get; init; }
    public required int Failures { get; init; }
    /// <summary>When it begins anew: milliseconds since 1970, in which both stores can reckon.</summary>
    public required long EndsAt { get; init; }
}
