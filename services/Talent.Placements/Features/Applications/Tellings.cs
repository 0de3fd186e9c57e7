using System.Collections.Frozen;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;
using static Talent.Contracts.Notifications.KindsOfNotice;

namespace Talent.Placements.Features.Applications;

/// <summary>Who is told of what; each kind of notice has its texts in the notifications service.</summary>
static class Tellings
{
    const string Signal = NoticeWeights.Signal;
    const string Note = NoticeWeights.Note;
    const string Act = NoticeWeights.Action;

    static readonly FrozenDictionary<string, Telling> ByKind = new Dictionary<string, Telling>(StringComparer.Ordinal)
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
    public static Telling Of(string kind) => ByKind[kind];
}

/// <summary>How urgently each side is told; null: not at all. The programme office watches boards: it always gets a
/// signal of what the graduate or the college is told.</summary>
/// <param name="Audit">The action put on record; null: none, nobody did anything.</param>
sealed record Telling(string? Employer, string? Graduate, string? College, string? Audit);
