using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Placements;

/// <param name="Side">The reader's, one of <see cref="Sides"/>.</param>
/// <param name="Zone">The reader's own time zone.</param>
/// <param name="Failed">The deed that was refused, with what was typed; null: none was.</param>
/// <param name="Done">What has just been done, one of <see cref="PlacementDeeds.All"/>; null: nothing.</param>
/// <param name="OthersOpen">How many other applications the graduate has open, who reads an offer.</param>
public sealed record PlacementModel(
    Placement Placement, string Side, string Zone, DateTimeOffset Now, FailedDeed? Failed = null, string? Done = null,
    int OthersOpen = 0)
{
    static readonly FormState Untouched = new(new FormValues());

    public bool Can(string action) => Placement.Actions.Contains(action, StringComparer.Ordinal);

    /// <summary>The form of a deed: as it was sent when it was refused, else empty.</summary>
    public FormState StateOf(string deed) => Failed?.Deed == deed ? Failed.Form : Untouched;

    /// <summary>What the page is fetched again for when it changes; null while somebody mends what was refused.</summary>
    public string? Live => Failed is null ? "placement interview offer" : null;
}

/// <param name="Deed">One of <see cref="PlacementDeeds.All"/>.</param>
public sealed record FailedDeed(string Deed, FormState Form);

internal static class PlacementPages
{
    public static async Task<IResult> GetAsync(Guid id, string? done, PlacementsClient placements, IdentityClient identity,
        Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        var model = await ReadAsync(id, placements, identity, caller, clock, cancel);
        return Page.Of<PlacementView, PlacementModel>(
            model with { Done = PlacementDeeds.All.Contains(done, StringComparer.Ordinal) ? done : null });
    }

    /// <summary>Does what the form that was sent is for.</summary>
    public static async Task<IResult> PostAsync(Guid id, HttpRequest request, PlacementsClient placements,
        IdentityClient identity, Caller caller, Visitor visitor, IStringLocalizer<Texts> texts, TimeProvider clock,
        CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        if (values["do"] is not { } deed || !PlacementDeeds.All.Contains(deed, StringComparer.Ordinal))
            return Results.BadRequest();
        var problem = await PlacementDeeds.DoAsync(deed, id, values, placements, texts, cancel);
        if (problem is null)
            return Results.LocalRedirect(visitor.Href($"/placements/{id}?done={deed}"));
        var model = await ReadAsync(id, placements, identity, caller, clock, cancel);
        return Page.Of<PlacementView, PlacementModel>(
            model with { Failed = new FailedDeed(deed, new FormState(values, problem)) }, problem.Status);
    }

    static async Task<PlacementModel> ReadAsync(Guid id, PlacementsClient placements, IdentityClient identity,
        Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        var me = identity.MeAsync(cancel);
        var placement = await placements.GetAsync(id, cancel);
        var others = caller.Role == Roles.Graduate && placement.Offers.Any(offer => offer.State == "open")
            ? await OthersAsync(id, placements, cancel) : 0;
        return new PlacementModel(placement, caller.Role, (await me).Zone, clock.GetUtcNow(), OthersOpen: others);
    }

    static async Task<int> OthersAsync(Guid id, PlacementsClient placements, CancellationToken cancel)
    {
        var own = await placements.ListAsync(new PlacementQuery(), 100, cancel);
        return own.Items.Count(item => item.Id != id && StageOrder.IsApplication(item.Stage));
    }
}
