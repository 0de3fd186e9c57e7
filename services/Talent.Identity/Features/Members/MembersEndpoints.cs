using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Identity.Data;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Members;

static class MembersEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder identity)
    {
        var own = identity.MapGroup("/organisations/{id:guid}").RequireAuthorization(Policies.Member);
        own.MapGet("/members", GetMembers.Handle)
            .WithName("GetMembers").WithSummary("Who belongs to the own organisation");
        own.MapPut("/members/{account:guid}", ChangeMember.Handle)
            .WithName("ChangeMember").WithSummary("Gives a member another role; the owner");
        own.MapDelete("/members/{account:guid}", RemoveMember.Handle)
            .WithName("RemoveMember").WithSummary("Takes a member out (the owner), or leaves");
        own.MapGet("/invitations", GetInvitations.Handle)
            .WithName("GetInvitations").WithSummary("Invitations that wait; the owner");
        own.MapPost("/invitations", InviteMember.Handle).HonourIdempotencyKeys<IdentityDb, RouteHandlerBuilder>()
            .WithName("InviteMember").WithSummary("Asks an address to join; the owner");
        own.MapDelete("/invitations/{invitation:guid}", WithdrawInvitation.Handle)
            .WithName("WithdrawInvitation").WithSummary("Takes an invitation back; the owner");
        identity.MapPost("/invitations/look", AnswerInvitation.Look).AllowAnonymous()
            .WithName("LookAtInvitation").WithSummary("What an invitation's link offers");
        identity.MapPost("/invitations/accept", AnswerInvitation.Accept).RequireAuthorization(Policies.SignedIn)
            .WithName("AcceptInvitation").WithSummary("Joins the organisation");
        identity.MapGet("/invitations/mine", AnswerInvitation.Mine).RequireAuthorization(Policies.SignedIn)
            .WithName("GetOwnInvitations").WithSummary("Invitations that wait for the caller");
        identity.MapPost("/invitations/{invitation:guid}/accept", AnswerInvitation.AcceptMine).RequireAuthorization(Policies.SignedIn)
            .WithName("AcceptOwnInvitation").WithSummary("Joins the organisation that invites the caller");
    }
}
