using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <summary>Addresses that lead each role to its own page, and the choice of what to act as.</summary>
internal static class RolePages
{
    public static IResult GetHome(Visitor visitor) => Results.LocalRedirect(visitor.Href(Onward.HomeOf(visitor.Caller?.Role)));

    /// <summary>Where a new person begins.</summary>
    public static IResult GetWelcome(Visitor visitor) =>
        Results.LocalRedirect(visitor.Href(Onward.WelcomeOf(visitor.Caller?.Role)));

    /// <summary>What one can act as.</summary>
    public static async Task<IResult> GetActAsync(IdentityClient identity, CancellationToken cancel) =>
        Page.Of<Act, Me>(await identity.MeAsync(cancel));

    /// <summary>Acts for another of one's organisations, or for none.</summary>
    public static async Task<IResult> PostActAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        Guid? organisation = Guid.TryParse(values["organisation"], out var id) ? id : null;
        if (await identity.ActAsync(new ActInput(organisation), cancel) is { } problem)
            throw new ApiException(problem);
        await WebSession.RenewAsync(request.HttpContext);
        return Results.LocalRedirect(visitor.Href("/home"));
    }
}
