namespace Talent.Contracts.Identity;

/// <summary>A person in an organisation: an item of <c>GET /identity/organisations/{id}/members</c>, oldest
/// first.</summary>
/// <param name="Role"><c>owner</c>; <c>recruiter</c> in an enterprise, <c>coordinator</c> in a college,
/// <c>administrator</c> or <c>reviewer</c> in the programme office.</param>
public sealed record Member(Guid AccountId, string Name, string Email, string Role, DateTimeOffset Since);

/// <summary>A member's new role: the body of <c>PUT /identity/organisations/{id}/members/{account}</c>, answered with
/// the <see cref="Member"/>.</summary>
public sealed record MemberRoleInput(string? Role);

/// <summary>Somebody is asked to join: the body of <c>POST /identity/organisations/{id}/invitations</c>. The address
/// gets a link to <c>/{language}/invitation?token=…</c>.</summary>
/// <param name="Email">At most 254 characters.</param>
/// <param name="Role">As in <see cref="Member"/>.</param>
/// <param name="Language">BCP 47 language of the mail; default the inviting person's.</param>
public sealed record InvitationInput(string? Email, string? Role, string? Language = null);

/// <summary>An invitation that waits for an answer: the answer to <c>POST</c> and an item of <c>GET
/// /identity/organisations/{id}/invitations</c>; <c>DELETE …/invitations/{invitation}</c> takes it back.</summary>
/// <param name="InvitedBy">Name of the person.</param>
/// <param name="ExpiresAt">Seven days after it was made.</param>
public sealed record Invitation(
    Guid Id, string Email, string Role, string InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>The token of an invitation's link: the body of <c>POST /identity/invitations/look</c> (anyone; answered
/// with an <see cref="InvitationOffer"/>) and of <c>POST /identity/invitations/accept</c> (the person whose address was
/// invited; answered with a <see cref="MembershipInfo"/>).</summary>
public sealed record InvitationToken(string? Token);

/// <summary>What an invitation offers.</summary>
/// <param name="Email">The address it was sent to: the account that accepts must have it.</param>
public sealed record InvitationOffer(
    Guid OrganisationId, string OrganisationName, string Kind, string Role, string Email, string InvitedBy,
    DateTimeOffset ExpiresAt);

/// <summary>An invitation that waits for the caller's answer: an item of <c>GET /identity/invitations/mine</c>, oldest first;
/// <c>POST /identity/invitations/{id}/accept</c> is answered with a <see cref="MembershipInfo"/>.</summary>
public sealed record OwnInvitation(
    Guid Id, Guid OrganisationId, string OrganisationName, string Kind, string Role, string InvitedBy, DateTimeOffset ExpiresAt);
