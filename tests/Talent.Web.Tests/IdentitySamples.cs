using Talent.Contracts.Identity;
using Talent.Contracts.Platform;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

/// <summary>What the identity service would answer.</summary>
static class IdentitySamples
{
    public const string Key = "tk_4f2a91c07be35d68";
    static readonly DateTimeOffset Then = new(2026, 11, 2, 9, 30, 0, TimeSpan.Zero);
    public static readonly Guid OrganisationId = new("019a0000-0000-7000-8000-00000000aa01");

    public static SignedInPerson Person(string role) => new(
        new Guid("019a0000-0000-7000-8000-00000000ab01"), role, "Ada Probe", "ada@example.com",
        role == Roles.Graduate ? null : OrganisationId, role == Roles.Graduate ? null : "Nordhavn Automation",
        role == Roles.Graduate ? null : MemberRoles.Owner, false, new Guid("019a0000-0000-7000-8000-00000000ac01"));

    public static SessionAnswer Session(string role, string token) =>
        new("session-secret", "device-secret", token, 600, Person(role));

    public static Me Me(string state, bool factor) => new(
        Person(Roles.Employer).AccountId, "Ada Probe", "ada@example.com", "en", "Europe/Berlin", Person(Roles.Employer), factor,
        factor ? 2 : 0, true, 1,
        [
            new MembershipInfo(OrganisationId, "Nordhavn Automation", OrganisationKinds.Enterprise, state, MemberRoles.Owner, true),
            new MembershipInfo(Guid.CreateVersion7(), "Example College", OrganisationKinds.College, "verified", MemberRoles.Coordinator, false),
        ]);

    public static OrganisationView Organisation(string state) => new()
    {
        Id = OrganisationId, Kind = OrganisationKinds.Enterprise, Name = "Nordhavn Automation", Country = "DE", State = state,
        RegistrationNumber = "HRB 1234", Version = 4, CreatedAt = Then, UpdatedAt = Then,
        Reason = state == OrganisationStates.Refused ? "The extract is older than a year." : null,
        Documents = [new OrganisationDocument(Guid.CreateVersion7(), "register.pdf", "application/pdf", 20_480, "Ada Probe", Then)],
    };

    public static IReadOnlyList<Member> Members =>
    [
        new(Person(Roles.Employer).AccountId, "Ada Probe", "ada@example.com", MemberRoles.Owner, Then),
        new(Guid.CreateVersion7(), "Bela Sample", "bela@example.com", MemberRoles.Recruiter, Then),
    ];

    public static IReadOnlyList<Invitation> Invitations =>
        [new(Guid.CreateVersion7(), "cleo@example.com", MemberRoles.Recruiter, "Ada Probe", Then, Then.AddDays(7))];

    public static InvitationOffer Offer => new(OrganisationId, "Nordhavn Automation", OrganisationKinds.Enterprise,
        MemberRoles.Recruiter, "cleo@example.com", "Ada Probe", Then.AddDays(7));

    public static IReadOnlyList<ApiKey> Keys =>
        [new(Guid.CreateVersion7(), "Import at night", "tk_4f2a", [KeyScopes.JobsWrite], "Ada Probe", Then, Then.AddDays(90), null, null)];

    public static Page<AuditEntry> Trail => new(
        [new(Guid.CreateVersion7(), Then, null, "Ada Probe", AuditActions.JobPublished, "job", null, "Welder", "192.0.2.7", null)], null);

    public static Page<OrganisationSummary> Queue => new(
        [new(OrganisationId, OrganisationKinds.Enterprise, "Nordhavn Automation", "DE", "HRB 1234", "submitted", 1, Then, Then)], null);

    public static IReadOnlyList<OwnInvitation> OwnInvitations =>
        [new(Guid.CreateVersion7(), OrganisationId, "Example College", OrganisationKinds.College, MemberRoles.Coordinator, "Bo Probe", Then)];

    public static IReadOnlyList<SessionInfo> Sessions =>
    [
        new(Guid.CreateVersion7(), Then, Then, "192.0.2.7", "Firefox, Windows", true, Then.AddDays(30)),
        new(Guid.CreateVersion7(), Then, Then, "192.0.2.8", "Safari, iPhone", false, Then.AddDays(30)),
    ];

    public static IReadOnlyList<PasskeyInfo> Passkeys => [new("AQIDBA", "Laptop", Then, null)];

    public static SecondFactorStart Factor => new("JBSWY3DPEHPK3PXP", "otpauth://totp/Talent:ada@example.com?secret=JBSWY3DPEHPK3PXP",
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>""");

    public static RecoveryCodes Codes => new([.. Enumerable.Range(1, 10).Select(number => $"code-{number:00}-sample")]);
}
