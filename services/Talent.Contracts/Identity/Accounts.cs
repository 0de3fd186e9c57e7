namespace Talent.Contracts.Identity;

/// <summary><c>POST /identity/register</c>; answered 202 whether or not the address has an account already.</summary>
/// <param name="Password">12 to 256 characters, not a known one.</param>
/// <param name="Language">BCP 47, one of the platform's languages: of the mails and pages.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="As"><c>graduate</c>, <c>employer</c> or <c>coordinator</c>.</param>
/// <param name="Organisation">What the person registers for; employers and coordinators who are not invited.</param>
public sealed record RegisterInput(
    string? Email, string? Password, string? Name, string? Language, string? Zone, string? As,
    OrganisationInput? Organisation = null);

/// <summary><c>POST /identity/verify</c>: the link's token; answered with a session.</summary>
public sealed record VerifyInput(string? Token, string? DeviceToken = null);

/// <summary><c>POST /identity/password/forgot</c>; answered 202 whether or not there is such an account.</summary>
/// <param name="Language">Of the mail when the address has no account.</param>
public sealed record ForgotInput(string? Email, string? Language = null);

/// <summary><c>POST /identity/password/reset</c>: the link's token; ends all sessions.</summary>
public sealed record ResetInput(string? Token, string? NewPassword);

/// <summary><c>PUT /identity/password</c>; ends all other sessions.</summary>
public sealed record PasswordInput(string? Current, string? New);

/// <summary><c>PUT /identity/me</c></summary>
/// <param name="Language">One of the platform's languages.</param>
/// <param name="Zone">IANA time zone.</param>
public sealed record MeInput(string? Name, string? Language, string? Zone);

/// <summary><c>GET /identity/me</c></summary>
/// <param name="Caller">Whom this call speaks for.</param>
/// <param name="SecondFactor">Whether an authenticator app is set up.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes have not been used.</param>
/// <param name="SecondFactorRequired">Whether an organisation of this person asks for a second factor.</param>
/// <param name="Memberships">The organisations this person can act for, by name.</param>
public sealed record Me(
    Guid AccountId, string Name, string Email, string Language, string Zone, SignedInPerson Caller, bool SecondFactor,
    int RecoveryCodesLeft, bool SecondFactorRequired, int Passkeys, IReadOnlyList<MembershipInfo> Memberships);

/// <summary>An organisation that a person belongs to.</summary>
/// <param name="Kind">One of <see cref="OrganisationKinds"/>.</param>
/// <param name="State">One of <see cref="OrganisationStates"/>.</param>
/// <param name="MemberRole">One of <see cref="MemberRoles"/>.</param>
/// <param name="Acting">The one this call speaks for.</param>
public sealed record MembershipInfo(
    Guid OrganisationId, string Name, string Kind, string State, string MemberRole, bool Acting);

/// <summary><c>POST /identity/second-factor</c>: to be taken into an authenticator app and confirmed with a code.</summary>
/// <param name="Secret">Base32, for typing.</param>
/// <param name="OtpauthUri">For a link on the phone itself.</param>
/// <param name="QrSvg">The same as a picture: an <c>svg</c> element.</param>
public sealed record SecondFactorStart(string Secret, string OtpauthUri, string QrSvg);

/// <summary>Six digits of the authenticator app; each code is accepted once.</summary>
public sealed record CodeInput(string? Code);

/// <summary>Ten codes for when the authenticator app is away; shown this once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary><c>POST /identity/set-up</c>: the first programme office of an empty installation and its administrator;
/// answered with a session.</summary>
/// <param name="Token">From the link that the start prints.</param>
/// <param name="OfficeName">The programme office's name.</param>
/// <param name="Country">ISO 3166-1 alpha-2, of the office.</param>
public sealed record SetUpInput(
    string? Token, string? Email, string? Password, string? Name, string? Language, string? Zone, string? OfficeName,
    string? Country);
