using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>One move of a candidacy: who, when, why; and what it stood like before, so that it can be taken
/// back.</summary>
sealed class Move
{
    public required Guid Id { get; init; }
    public required Guid PlacementId { get; init; }
    /// <summary>From 1, in order.</summary>
    public required int Number { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    /// <summary>One of <see cref="Deeds"/>.</summary>
    public required string Deed { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? Account { get; init; }
    public required string By { get; init; }
    public required string Side { get; init; }
    public string? Reason { get; init; }
    public string? Exception { get; init; }
    public bool Undone { get; set; }
    /// <summary>What it stood like; null for the application itself.</summary>
    public Standing? Before { get; init; }
}

/// <summary>All of a candidacy that changes as it moves.</summary>
sealed record Standing
{
    public required string Stage { get; init; }
    public required DateTimeOffset StageSince { get; init; }
    /// <summary>The furthest stage it was in before it ended.</summary>
    public required string Reached { get; init; }
    public string? EndReason { get; init; }
    /// <summary>One of <see cref="RefusalReasons"/> of a refused one.</summary>
    public string? RefusalReason { get; init; }
    public string? EndComment { get; init; }
    public DateOnly? EndedOn { get; init; }
    public DateTimeOffset? ReplyBy { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? OfferedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateOnly? StartedOn { get; init; }
    public string? NextCode { get; init; }
    public string? NextSide { get; init; }
    public DateTimeOffset? NextDueAt { get; init; }
    public PermitProgress? Permit { get; init; }
    public IReadOnlyList<FollowUpFinding> FollowUps { get; init; } = [];
    /// <summary>Whether something has come of the last move, so that it stays.</summary>
    public bool Settled { get; init; }
}

/// <summary>What a follow-up found. Members as in <see cref="FollowUp"/>.</summary>
sealed record FollowUpFinding(
    int Month, DateOnly DoneOn, bool AtWork, decimal? Pay, string? Currency, int? Satisfaction, string? Comment,
    string By);
