using System.Text.Json;

namespace Talent.Contracts.Identity;

/// <summary><c>POST /identity/token</c> and <c>POST /identity/sessions</c>: who signs in.</summary>
/// <param name="Email">The account's address, any case.</param>
/// <param name="Password">12 to 256 characters.</param>
/// <param name="Code">Six digits of the authenticator app, when the account has a second factor.</param>
/// <param name="RecoveryCode">Instead of <paramref name="Code"/>: one of the recovery codes; each works once.</param>
/// <param name="DeviceToken">What an earlier sign-in on this device was given; wrong passwords tried elsewhere then do
/// not lock it out.</param>
public sealed record SignInInput(
    string? Email, string? Password, string? Code = null, string? RecoveryCode = null, string? DeviceToken = null);

/// <summary>What a program is given at sign-in.</summary>
/// <param name="AccessToken">JWT to send as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds that the access token is good for.</param>
/// <param name="RefreshToken">Good for one call of <c>POST /identity/token/refresh</c>; used twice it ends the session.</param>
public sealed record TokenAnswer(string AccessToken, int ExpiresIn, string RefreshToken);

/// <summary><c>POST /identity/token/refresh</c></summary>
public sealed record RefreshInput(string? RefreshToken);

/// <summary>What the pages are given at sign-in.</summary>
/// <param name="SessionToken">The session's secret, for <c>POST /identity/sessions/access</c>.</param>
/// <param name="DeviceToken">To be kept on the device for the next sign-in, also after sign-out.</param>
/// <param name="AccessToken">JWT to send as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds that the access token is good for.</param>
public sealed record SessionAnswer(
    string SessionToken, string DeviceToken, string AccessToken, int ExpiresIn, SignedInPerson Caller);

/// <summary><c>POST /identity/sessions/access</c> and <c>/sessions/end</c>: the session's secret is the proof.</summary>
public sealed record SessionInput(string? SessionToken);

/// <summary>A fresh access token of a session, and whom it speaks for now.</summary>
/// <param name="ExpiresIn">Seconds that the access token is good for.</param>
public sealed record SessionAccess(string AccessToken, int ExpiresIn, SignedInPerson Caller);

/// <summary>Whom an access token speaks for.</summary>
/// <param name="Role"><c>employer</c>, <c>graduate</c>, <c>coordinator</c>, <c>office</c>; <c>pending</c>: the organisation
/// asks for a second factor, which is to be set up or used first.</param>
/// <param name="MemberRole">The role within the organisation, one of <see cref="MemberRoles"/>; null without one.</param>
/// <param name="OrganisationVerified">Whether the programme office has verified the organisation.</param>
public sealed record SignedInPerson(
    Guid AccountId, string Role, string Name, string Email, Guid? OrganisationId, string? OrganisationName,
    string? MemberRole, bool OrganisationVerified, Guid? SessionId);

/// <summary><c>POST /identity/sessions/act</c>: for which of one's organisations; null: as a graduate.</summary>
public sealed record ActInput(Guid? OrganisationId);

/// <summary>One of the places where a person is signed in.</summary>
/// <param name="Address">The network address last seen.</param>
/// <param name="Device">E.g. <c>Firefox, Windows</c>.</param>
/// <param name="Current">The one that asks.</param>
/// <param name="ExpiresAt">When it ends if it is not used before.</param>
public sealed record SessionInfo(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string Device, bool Current,
    DateTimeOffset ExpiresAt);

/// <summary>What <c>navigator.credentials</c> is to be asked.</summary>
/// <param name="Options">The member <c>publicKey</c>, in the JSON form of WebAuthn level 3.</param>
/// <param name="State">To be sent back with the credential; good for five minutes.</param>
public sealed record PasskeyOptions(JsonElement Options, string State);

/// <summary><c>POST /identity/passkeys</c></summary>
/// <param name="Credential">What <c>navigator.credentials.create</c> gave, in its JSON form.</param>
/// <param name="Name">What the person calls it; at most 100 characters.</param>
public sealed record PasskeyInput(string? State, JsonElement? Credential, string? Name);

/// <summary><c>POST /identity/passkeys/sign-in</c></summary>
/// <param name="Credential">What <c>navigator.credentials.get</c> gave, in its JSON form.</param>
public sealed record PasskeySignInInput(string? State, JsonElement? Credential, string? DeviceToken = null);

/// <summary>A passkey of an account.</summary>
/// <param name="Id">The credential's id, base64url.</param>
public sealed record PasskeyInfo(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
