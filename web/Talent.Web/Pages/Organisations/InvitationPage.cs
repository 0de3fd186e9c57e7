using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Organisations;

/// <param name="Offer">Null when the link is used, withdrawn or too old.</param>
public sealed record InvitationModel(string? Token, InvitationOffer? Offer, FormState Form);

/// <summary>The page that an invitation's link leads to: anyone who has the link sees who invites; the person invited
/// accepts.</summary>
internal static class InvitationPage
{
    public static async Task<IResult> GetAsync(string? token, OrganisationsClient organisations, CancellationToken cancel)
    {
        var (offer, _) = await organisations.LookAtInvitationAsync(new InvitationToken(token), cancel);
        return Page.Of<InvitationView, InvitationModel>(new InvitationModel(token, offer, new FormState(new FormValues())),
            offer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    public static async Task<IResult> PostAsync(HttpRequest request, OrganisationsClient organisations,
        IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var token = new InvitationToken(values["token"]);
        var (joined, problem) = await organisations.AcceptAsync(token, cancel);
        if (joined is null)
        {
            var (offer, _) = await organisations.LookAtInvitationAsync(token, cancel);
            return Page.Of<InvitationView, InvitationModel>(
                new InvitationModel(values["token"], offer, new FormState(values, problem)), problem!.Status);
        }
        await identity.ActAsync(new ActInput(joined.OrganisationId), cancel);
        await WebSession.RenewAsync(request.HttpContext);
        return Results.LocalRedirect(visitor.Href("/home"));
    }
}
