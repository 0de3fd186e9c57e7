using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Identity.Data;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

static class OrganisationsEndpoints
{
    public static void MapOrganisations(this IEndpointRouteBuilder identity)
    {
        var organisations = identity.MapGroup("/organisations");
        organisations.MapPost("/", FoundOrganisation.Handle).RequireAuthorization(Policies.SignedIn)
            .HonourIdempotencyKeys<IdentityDb, RouteHandlerBuilder>()
            .WithName("FoundOrganisation").WithSummary("A new enterprise or college; who makes it owns it");
        organisations.MapGet("/", GetOrganisations.Handle).RequireAuthorization(Policies.Office)
            .WithName("GetOrganisations").WithSummary("The organisations, by state");
        organisations.MapPost("/{id:guid}/decide", DecideOnOrganisation.Handle).RequireAuthorization(Policies.Office)
            .WithName("DecideOnOrganisation").WithSummary("Verifies, refuses or suspends");
        var own = organisations.MapGroup("/{id:guid}").RequireAuthorization(Policies.Member);
        own.MapGet("/", GetOrganisation.Handle)
            .WithName("GetOrganisation").WithSummary("The own organisation; for the office, any");
        own.MapPut("/", ChangeOrganisation.Handle)
            .WithName("ChangeOrganisation").WithSummary("Describes the own organisation anew (If-Match); its owner");
        own.MapPost("/submit", SubmitOrganisation.Handle)
            .WithName("SubmitOrganisation").WithSummary("Asks the office to verify it; its owner");
        own.MapPost("/documents", AddDocument.Handle).DisableAntiforgery()
            .WithName("AddOrganisationDocument").WithSummary("A paper that shows who it is; its owner");
        own.MapGet("/documents/{document:guid}", GetDocument.Handle)
            .WithName("GetOrganisationDocument").WithSummary("A paper; its owner and the office");
        own.MapDelete("/documents/{document:guid}", RemoveDocument.Handle)
            .WithName("RemoveOrganisationDocument").WithSummary("Removes a paper; its owner");
    }
}
