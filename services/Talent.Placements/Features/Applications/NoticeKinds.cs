using System.Collections.Frozen;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;

namespace Talent.Placements.Features.Applications;

/// <summary>What people are told of; each kind has its texts in the notifications service.</summary>
static class NoticeKinds
{
    public const string ApplicationMade = "application-made";
    public const string PlacementMoved = "placement-moved";
    public const string ApplicationRefused = "application-refused";
    public const string ApplicationWithdrawn = "application-withdrawn";
    public const string ApplicationUnanswered = "application-unanswered";
    public const string ReplyDue = "reply-due";
    public const string InterviewProposed = "interview-proposed";
    public const string InterviewBooked = "interview-booked";
    public const string InterviewMoved = "interview-moved";
    public const string InterviewCancelled = "interview-cancelled";
    public const string InterviewSoon = "interview-soon";
    public const string InterviewHeld = "interview-held";
    public const string OfferMade = "offer-made";
    public const string OfferAccepted = "offer-accepted";
    public const string OfferDeclined = "offer-declined";
    public const string OfferWithdrawn = "offer-withdrawn";
    public const string OfferExpiring = "offer-expiring";
    public const string OfferExpired = "offer-expired";
    public const string PermitChanged = "permit-changed";
    public const string PlacementStarted = "placement-started";
    public const string FollowUpDue = "follow-up-due";
    public const string FollowUpDone = "follow-up-done";
    public const string PlacementEnded = "placement-ended";
    public const string PlacementUndone = "placement-undone";
    public const string ConsentRecorded = "consent-recorded";
    public const string ConsentWithdrawn = "consent-withdrawn";
    public const string ConsentExpiring = "consent-expiring";
    public const string NoteAdded = "note-added";

    const string Signal = NoticeWeights.Signal;
    const string Note = NoticeWeights.Note;
    const string Act = NoticeWeights.Action;

    static readonly FrozenDictionary<string, Telling> Tellings = new Dictionary<string, Telling>(StringComparer.Ordinal)
    {
        [ApplicationMade] = new(Note, Note, Note, AuditActions.ApplicationMade),
        [PlacementMoved] = new(Signal, Note, Note, AuditActions.PlacementMoved),
        [ApplicationRefused] = new(Signal, Act, Note, AuditActions.PlacementRefused),
        [ApplicationWithdrawn] = new(Note, Note, Note, AuditActions.PlacementWithdrawn),
        [ApplicationUnanswered] = new(Note, Act, Note, AuditActions.PlacementEnded),
        [ReplyDue] = new(Act, null, null, null),
        [InterviewProposed] = new(Signal, Act, Note, AuditActions.PlacementMoved),
        [InterviewBooked] = new(Act, Act, Note, AuditActions.PlacementMoved),
        [InterviewMoved] = new(Act, Act, Note, AuditActions.PlacementMoved),
        [InterviewCancelled] = new(Act, Act, Note, AuditActions.PlacementMoved),
        [InterviewSoon] = new(Act, Act, null, null),
        [InterviewHeld] = new(Note, Signal, Signal, null),
        [OfferMade] = new(Signal, Act, Note, AuditActions.PlacementMoved),
        [OfferAccepted] = new(Act, Note, Act, AuditActions.PlacementMoved),
        [OfferDeclined] = new(Act, Note, Note, AuditActions.PlacementEnded),
        [OfferWithdrawn] = new(Signal, Act, Note, AuditActions.PlacementMoved),
        [OfferExpiring] = new(Note, Act, Note, null),
        [OfferExpired] = new(Note, Act, Note, AuditActions.PlacementEnded),
        [PermitChanged] = new(Note, Note, Note, AuditActions.PermitChanged),
        [PlacementStarted] = new(Note, Note, Note, AuditActions.PlacementMoved),
        [FollowUpDue] = new(null, Note, Act, null),
        [FollowUpDone] = new(Signal, Note, Note, AuditActions.PlacementFollowedUp),
        [PlacementEnded] = new(Note, Act, Note, AuditActions.PlacementEnded),
        [PlacementUndone] = new(Signal, Note, Note, AuditActions.PlacementUndone),
        [ConsentRecorded] = new(null, Note, Note, AuditActions.ConsentRecorded),
        [ConsentWithdrawn] = new(null, Note, Note, AuditActions.ConsentWithdrawn),
        [ConsentExpiring] = new(null, Note, Note, null),
        [NoteAdded] = new(Signal, null, null, AuditActions.NoteAdded),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Who is told of a kind, and how urgently.</summary>
    public static Telling Of(string kind) => Tellings[kind];
}

/// <summary>How urgently each side is told; null: not at all. The programme office watches boards: it always gets a
/// signal of what the graduate or the college is told.</summary>
/// <param name="Audit">The action put on record; null: none, nobody did anything.</param>
sealed record Telling(string? Employer, string? Graduate, string? College, string? Audit);
