namespace Talent.Placements.Domain;

/// <summary>A note of the employer's own.</summary>
sealed class Note
{
    public required Guid Id { get; init; }
    public required Guid PlacementId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid Account { get; init; }
    public required string By { get; init; }
    public required string Text { get; init; }
}

/// <summary>Something to be done at an instant; it goes once it is done.</summary>
sealed class Alarm
{
    public required Guid Id { get; init; }
    /// <summary>Null for one that is about a consent.</summary>
    public required Guid? PlacementId { get; init; }
    /// <summary>One of <see cref="AlarmKinds"/>.</summary>
    public required string Kind { get; init; }
    /// <summary>The interview, offer or consent it is about; null: the candidacy itself, which plans it anew with
    /// each of its changes.</summary>
    public required Guid? Subject { get; init; }
    public required DateTimeOffset DueAt { get; set; }
}

/// <summary>What alarms are about.</summary>
static class AlarmKinds
{
    public const string ReplyDue = "reply-due";
    public const string NoReply = "no-reply";
    public const string FollowUpDue = "follow-up-due";
    public const string FollowUpOverdue = "follow-up-overdue";
    public const string InterviewSoon = "interview-soon";
    public const string InterviewOver = "interview-over";
    public const string OfferExpiring = "offer-expiring";
    public const string OfferExpired = "offer-expired";
    public const string ConsentExpiring = "consent-expiring";
}

/// <summary>A consent that a college applies on a graduate's behalf.</summary>
sealed class Mandate
{
    public required Guid Id { get; init; }
    public required Guid GraduateId { get; init; }
    public required Guid OrganisationId { get; init; }
    /// <summary>The last day, in the graduate's zone.</summary>
    public required DateOnly Until { get; init; }
    /// <summary>The instant that day ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }
    public required string? How { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}
