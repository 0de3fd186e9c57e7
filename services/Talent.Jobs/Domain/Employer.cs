namespace Talent.Jobs.Domain;

/// <summary>What is known here of an organisation that may post job needs.</summary>
sealed class Employer
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required bool Verified { get; set; }
    /// <summary>Of the organisation when this was learnt.</summary>
    public required int Version { get; set; }
    /// <summary>Whether its job needs stand as <see cref="Verified"/> and <see cref="Name"/> say.</summary>
    public required bool Followed { get; set; }
}
