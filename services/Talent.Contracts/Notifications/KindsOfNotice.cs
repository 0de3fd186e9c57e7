namespace Talent.Contracts.Notifications;

/// <summary>The kinds of notices that have words in every language. A kind that is none of these is told in general
/// words.</summary>
public static class KindsOfNotice
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

    public static IReadOnlyList<string> All { get; } =
    [
        ApplicationMade, PlacementMoved, ApplicationRefused, ApplicationWithdrawn, ApplicationUnanswered, ReplyDue,
        InterviewProposed, InterviewBooked, InterviewMoved, InterviewCancelled, InterviewSoon, InterviewHeld,
        OfferMade, OfferAccepted, OfferDeclined, OfferWithdrawn, OfferExpiring, OfferExpired, PermitChanged,
        PlacementStarted, FollowUpDue, FollowUpDone, PlacementEnded, PlacementUndone, ConsentRecorded,
        ConsentWithdrawn, ConsentExpiring, NoteAdded,
    ];
}

/// <summary>When a person is mailed about a kind of notice.</summary>
public static class MailTimings
{
    /// <summary>At once, outside quiet hours.</summary>
    public const string Now = "now";
    /// <summary>Once a day with all others.</summary>
    public const string Digest = "digest";
    public const string Never = "never";

    public static IReadOnlyList<string> All { get; } = [Now, Digest, Never];
}
