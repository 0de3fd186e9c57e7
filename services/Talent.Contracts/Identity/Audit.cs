namespace Talent.Contracts.Identity;

/// <summary>Somebody did something that has to be remembered. Travels with the change itself.</summary>
/// <param name="Id">The entry's id (UUIDv7).</param>
/// <param name="AccountId">Who did it: an account, or an API key; null when it was nobody signed in.</param>
/// <param name="Actor">Their name at that time.</param>
/// <param name="OrganisationId">The organisation acted for, whose owner may read the entry; null: none.</param>
/// <param name="Action">A stable code, e.g. <c>job.published</c>; see <see cref="AuditActions"/>.</param>
/// <param name="SubjectType">What it was done to: <c>job</c>, <c>member</c>, <c>key</c> …</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="Detail">More in words or codes; no passwords, tokens or keys, at most 4,000 characters.</param>
/// <param name="Address">The network address the call came from.</param>
/// <param name="Agent">The program that called, as it names itself, at most 200 characters.</param>
public sealed record AuditRecorded(
    Guid Id, DateTimeOffset At, Guid? AccountId, string Actor, Guid? OrganisationId, string Action, string SubjectType,
    string? SubjectId, string? Detail, string? Address, string? Agent);

/// <summary>An entry of the audit trail: an item of <c>GET /identity/organisations/{id}/audit?limit=&amp;after=</c>,
/// newest first; the same as a table at <c>…/audit.csv</c>. Members as in <see cref="AuditRecorded"/>.</summary>
public sealed record AuditEntry(
    Guid Id, DateTimeOffset At, Guid? AccountId, string Actor, string Action, string SubjectType, string? SubjectId,
    string? Detail, string? Address, string? Agent);

/// <summary>The actions that are remembered.</summary>
public static class AuditActions
{
    public const string SignedIn = "account.signed-in";
    public const string SignInFailed = "account.sign-in-failed";
    public const string SignedOut = "account.signed-out";
    public const string SessionsEnded = "account.sessions-ended";
    public const string RefreshReused = "account.refresh-reused";
    public const string PasswordChanged = "account.password-changed";
    public const string PasswordReset = "account.password-reset";
    public const string SecondFactorAdded = "account.second-factor-added";
    public const string SecondFactorRemoved = "account.second-factor-removed";
    public const string RecoveryCodesMade = "account.recovery-codes-made";
    public const string PasskeyAdded = "account.passkey-added";
    public const string PasskeyRemoved = "account.passkey-removed";
    public const string OrganisationMade = "organisation.made";
    public const string OrganisationEdited = "organisation.changed";
    public const string OrganisationSubmitted = "organisation.submitted";
    public const string OrganisationVerified = "organisation.verified";
    public const string OrganisationRefused = "organisation.refused";
    public const string OrganisationSuspended = "organisation.suspended";
    public const string DocumentAdded = "document.added";
    public const string DocumentRemoved = "document.removed";
    public const string DocumentRead = "document.read";
    public const string MemberInvited = "member.invited";
    public const string InvitationWithdrawn = "member.invitation-withdrawn";
    public const string MemberJoined = "member.joined";
    public const string MemberRoleChanged = "member.role-changed";
    public const string MemberRemoved = "member.removed";
    public const string KeyMade = "key.made";
    public const string KeyRevoked = "key.revoked";
    public const string JobMade = "job.made";
    public const string JobChanged = "job.changed";
    public const string JobPublished = "job.published";
    public const string JobPaused = "job.paused";
    public const string JobClosed = "job.closed";
    public const string FileImported = "import.uploaded";
    public const string ProfileChanged = "graduate.profile-changed";
    public const string NamesDisclosed = "graduate.names-disclosed";
    public const string ApplicationMade = "application.made";
    public const string PlacementMoved = "placement.moved";
    public const string PlacementRefused = "placement.refused";
    public const string PlacementWithdrawn = "placement.withdrawn";
    public const string PlacementUndone = "placement.undone";
    public const string PlacementEnded = "placement.ended";
    public const string PermitChanged = "placement.permit-changed";
    public const string PlacementFollowedUp = "placement.followed-up";
    public const string NoteAdded = "placement.note-added";
    public const string PlacementsExported = "placement.exported";
    public const string OfferSigned = "offer.signed";
    public const string RatesChanged = "rates.changed";
    public const string ConsentRecorded = "consent.recorded";
    public const string ConsentWithdrawn = "consent.withdrawn";
    public const string AuditExported = "audit.exported";
}
