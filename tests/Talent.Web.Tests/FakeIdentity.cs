using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Contracts.Identity;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

/// <summary>The identity service at the edge of the process.</summary>
public sealed class FakeIdentity
{
    /// <summary>The role that whoever signs in acts in.</summary>
    public string Role { get; set; } = Roles.Employer;

    /// <summary>The access token that sessions are given.</summary>
    public string Token { get; set; } = "";

    public string State { get; set; } = OrganisationStates.Unverified;

    public bool SecondFactor { get; set; }

    /// <summary>Set when a code must come with the password.</summary>
    public bool AsksForCode { get; set; }

    public void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/v1/identity");
        routes.MapPost("/sessions", (SignInInput input) => AsksForCode && input is { Code: null, RecoveryCode: null }
            ? Problems.Of(401, "second-factor-required", "A code is needed.")
            : Results.Ok(IdentitySamples.Session(Role, Token)));
        routes.MapPost("/sessions/access", () => new SessionAccess(Token, 600, IdentitySamples.Person(Role)));
        routes.MapPost("/sessions/end", () => Results.NoContent());
        routes.MapPost("/sessions/act", () => Results.NoContent());
        routes.MapGet("/sessions", () => IdentitySamples.Sessions);
        routes.MapDelete("/sessions", () => Results.NoContent());
        routes.MapDelete("/sessions/{id:guid}", () => Results.NoContent());
        routes.MapPost("/register", () => Results.Accepted());
        routes.MapPost("/password/forgot", () => Results.Accepted());
        routes.MapPost("/password/reset", () => Results.NoContent());
        routes.MapPost("/verify", () => IdentitySamples.Session(Role, Token));
        routes.MapPost("/set-up", () => IdentitySamples.Session(Roles.Pending, Token));
        MapOwn(routes);
        MapOrganisations(routes);
    }

    void MapOwn(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/invitations/mine", () => IdentitySamples.OwnInvitations);
        routes.MapPost("/invitations/{id:guid}/accept", () => IdentitySamples.Me(State, SecondFactor).Memberships[1]);
        routes.MapGet("/me", () => IdentitySamples.Me(State, SecondFactor));
        routes.MapPut("/me", () => IdentitySamples.Me(State, SecondFactor));
        routes.MapPut("/password", () => Results.NoContent());
        routes.MapPost("/second-factor", () => IdentitySamples.Factor);
        routes.MapPost("/second-factor/confirm", () => IdentitySamples.Codes);
        routes.MapPost("/second-factor/recovery-codes", () => IdentitySamples.Codes);
        routes.MapGet("/passkeys", () => IdentitySamples.Passkeys);
        routes.MapPost("/passkeys", () => Results.NoContent());
        routes.MapDelete("/passkeys/{id}", () => Results.NoContent());
        routes.MapPost("/passkeys/sign-in", () => IdentitySamples.Session(Role, Token));
        routes.MapGet("/keys", () => IdentitySamples.Keys);
        routes.MapPost("/keys", () => Results.Created("/", new NewApiKey(Guid.Empty, IdentitySamples.Key, DateTimeOffset.MaxValue)));
        routes.MapDelete("/keys/{id:guid}", () => Results.NoContent());
    }

    void MapOrganisations(IEndpointRouteBuilder routes)
    {
        const string One = "/organisations/{id:guid}";
        routes.MapGet("/organisations", () => IdentitySamples.Queue);
        routes.MapPost("/organisations", () => Results.Created("/", IdentitySamples.Organisation(State)));
        routes.MapGet(One, () => IdentitySamples.Organisation(State));
        routes.MapPut(One, () => IdentitySamples.Organisation(State));
        routes.MapPost(One + "/documents", () => Results.Created("/", IdentitySamples.Organisation(State).Documents[0]));
        routes.MapPost(One + "/submit", () => IdentitySamples.Organisation(OrganisationStates.Submitted));
        routes.MapPost(One + "/decide", () => IdentitySamples.Organisation(OrganisationStates.Verified));
        routes.MapGet(One + "/members", () => IdentitySamples.Members);
        routes.MapGet(One + "/invitations", () => IdentitySamples.Invitations);
        routes.MapPost(One + "/invitations", () => Results.Created("/", IdentitySamples.Invitations[0]));
        routes.MapGet(One + "/audit", () => IdentitySamples.Trail);
        routes.MapPost("/invitations/look", (InvitationToken token) =>
            token.Token == "good" ? Results.Ok(IdentitySamples.Offer) : Results.NotFound());
        routes.MapPost("/invitations/accept", () => new MembershipInfo(
            IdentitySamples.OrganisationId, "Nordhavn Automation", OrganisationKinds.Enterprise, State, MemberRoles.Recruiter, false));
    }
}
