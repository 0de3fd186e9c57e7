using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Talent.Platform.Security;

/// <summary>Who is calling. A minimal-API handler takes it as a parameter; behind an authorization policy it is
/// never null.</summary>
/// <param name="AccountId">The person's account.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Name">The person's display name.</param>
/// <param name="Email">The account's verified e-mail address.</param>
/// <param name="OrganisationId">The enterprise, college or office the person acts for; null for graduates.</param>
/// <param name="MemberRole">The role within the organisation, one of <see cref="Talent.Contracts.Identity.MemberRoles"/>;
/// null without one.</param>
/// <param name="SessionId">The session this call belongs to; null for keys and for the demo's day-long tokens.</param>
/// <param name="OrganisationVerified">Whether the programme office had verified the organisation when the token was
/// issued, at most ten minutes ago.</param>
/// <param name="Scopes">What an API key may be used for; null: everything the role may.</param>
public sealed record Caller(
    Guid AccountId, string Role, string Name, string Email, Guid? OrganisationId, string? OrganisationName,
    string? MemberRole = null, Guid? SessionId = null, bool OrganisationVerified = false,
    IReadOnlyList<string>? Scopes = null)
{
    /// <summary>The organisation a role with an organisation acts for.</summary>
    /// <exception cref="InvalidOperationException">The caller has none; a policy should have refused it.</exception>
    public Guid Organisation =>
        OrganisationId ?? throw new InvalidOperationException("The caller acts for no organisation.");

    /// <summary>The caller behind a signed-in principal; null for an anonymous one.</summary>
    public static Caller? From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }
            || !Guid.TryParse(principal.FindFirstValue(TalentClaims.Account), out var account)
            || principal.FindFirstValue(TalentClaims.Role) is not { } role)
            return null;
        return new Caller(
            account, role, principal.FindFirstValue(TalentClaims.Name) ?? "",
            principal.FindFirstValue(TalentClaims.Email) ?? "", IdOf(principal, TalentClaims.Organisation),
            principal.FindFirstValue(TalentClaims.OrganisationName), principal.FindFirstValue(TalentClaims.MemberRole),
            IdOf(principal, TalentClaims.Session), principal.HasClaim(TalentClaims.OrganisationVerified, "true"),
            principal.FindFirstValue(TalentClaims.Scopes)?.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    static Guid? IdOf(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;

    /// <summary>The claims that carry this caller in a token or a cookie.</summary>
    public IEnumerable<Claim> ToClaims()
    {
        yield return new Claim(TalentClaims.Account, AccountId.ToString());
        yield return new Claim(TalentClaims.Role, Role);
        yield return new Claim(TalentClaims.Name, Name);
        yield return new Claim(TalentClaims.Email, Email);
        if (OrganisationId is { } organisation)
            yield return new Claim(TalentClaims.Organisation, organisation.ToString());
        if (OrganisationName is { } organisationName)
            yield return new Claim(TalentClaims.OrganisationName, organisationName);
        if (MemberRole is { } memberRole)
            yield return new Claim(TalentClaims.MemberRole, memberRole);
        if (SessionId is { } session)
            yield return new Claim(TalentClaims.Session, session.ToString());
        if (OrganisationVerified)
            yield return new Claim(TalentClaims.OrganisationVerified, "true");
        if (Scopes is { } scopes)
            yield return new Claim(TalentClaims.Scopes, string.Join(' ', scopes));
    }

    /// <summary>Binds the parameter of a minimal-API handler.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));
}

/// <summary>The roles a person can act in.</summary>
public static class Roles
{
    public const string Employer = "employer";
    public const string Graduate = "graduate";
    public const string Coordinator = "coordinator";
    public const string Office = "office";
    /// <summary>Signed in, but the organisation asks for a second factor, which is to be set up or used first. None of
    /// <see cref="All"/>: only <see cref="Policies.SignedIn"/> lets it in.</summary>
    public const string Pending = "pending";

    public static IReadOnlyList<string> All { get; } = [Employer, Graduate, Coordinator, Office];
}

/// <summary>Claim names inside tokens and cookies.</summary>
public static class TalentClaims
{
    public const string Account = "sub";
    public const string Role = "role";
    public const string Name = "name";
    public const string Email = "email";
    public const string Organisation = "org";
    public const string OrganisationName = "org_name";
    public const string MemberRole = "member";
    public const string Session = "sid";
    public const string OrganisationVerified = "org_verified";
    /// <summary>Space-separated.</summary>
    public const string Scopes = "scope";
    /// <summary>In the web's cookie only: the access token it forwards to the services.</summary>
    public const string AccessToken = "access_token";
}

/// <summary>Names of the authorization policies; each endpoint names one or allows anonymous callers.</summary>
public static class Policies
{
    public const string Employer = Roles.Employer;
    public const string Graduate = Roles.Graduate;
    public const string Coordinator = Roles.Coordinator;
    public const string Office = Roles.Office;
    /// <summary>Any signed-in person, also one whose second factor is missing: for the account itself.</summary>
    public const string SignedIn = "signed-in";
    /// <summary>Any person who acts in one of <see cref="Roles.All"/>.</summary>
    public const string Acting = "acting";
    /// <summary>Any person who acts for an organisation; which one, and as what, the endpoint looks at.</summary>
    public const string Member = "member";
    /// <summary>Employers, coordinators and the programme office: those who may look for graduates.</summary>
    public const string Recruiting = "recruiting";
    /// <summary>Graduates, and coordinators who speak for them.</summary>
    public const string Applying = "applying";
    /// <summary>Employers and coordinators: those who see a placement through.</summary>
    public const string Placing = "placing";
    /// <summary>Employers, graduates and coordinators: the sides of a placement.</summary>
    public const string TakingPart = "taking-part";
    /// <summary>Coordinators and the programme office: those who watch over many placements.</summary>
    public const string Overseeing = "overseeing";
}
