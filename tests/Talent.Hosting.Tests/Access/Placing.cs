using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>Brings two tenants together: a graduate of the college with the enterprise.</summary>
static class Placing
{
    /// <summary>An enterprise and a college, by kind.</summary>
    public static async Task<Dictionary<string, Tenant>> TenantsAsync(TalentApp app, string name) => new(StringComparer.Ordinal)
    {
        [OrganisationKinds.Enterprise] = await Tenant.FoundAsync(app, OrganisationKinds.Enterprise, name),
        [OrganisationKinds.College] = await Tenant.FoundAsync(app, OrganisationKinds.College, name + "u"),
    };

    /// <summary>The college's graduate applies to the enterprise, once the office has verified it.</summary>
    public static async Task PlaceAsync(TalentApp app, Dictionary<string, Tenant> tenants)
    {
        var (enterprise, college) = (tenants[OrganisationKinds.Enterprise], tenants[OrganisationKinds.College]);
        await enterprise.Client.PostAsync<OrganisationView>($"/identity/organisations/{enterprise.Organisation.Id}/submit", new { });
        var office = app.ClientOf(await Offices.SetUpAsync(app));
        await office.PostAsync<OrganisationView>(
            $"/identity/organisations/{enterprise.Organisation.Id}/decide", new OrganisationDecision("verified"));
        var consent = await Eventually.GetAsync(async () => await college.Client.PostAsync<Consent>(
            "/placements/consents", new ConsentInput(
                college.Subject, DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(30), "On paper")));
        college.Consent = consent.Id;
        var placement = await Eventually.GetAsync(async () => await college.Client.PostAsync<Placement>(
            "/placements/applications", new ApplicationInput(enterprise.Subject, college.Subject)));
        (enterprise.Placement, college.Placement) = (placement.Id, placement.Id);
        await MeetAsync(app, enterprise);
        college.Interview = enterprise.Interview;
        // Out of sight again: a published job is everybody's to see.
        await enterprise.Client.PostAsync<JobNeed>($"/jobs/{enterprise.Subject}/pause", new { });
    }

    /// <summary>The enterprise proposes an interview and makes an offer.</summary>
    static async Task MeetAsync(TalentApp app, Tenant enterprise)
    {
        foreach (var _ in new[] { Stages.Screened, Stages.Shortlisted })
            await enterprise.Client.PostAsync<Placement>($"/placements/applications/{enterprise.Placement}/advance", new { });
        var start = app.Clock.GetUtcNow().AddDays(3);
        enterprise.Interview = (await enterprise.Client.PostAsync<Interview>("/placements/interviews", new InterviewInput(
            enterprise.Placement, [new SlotInput(start.ToString("O", null), start.AddHours(1).ToString("O", null))], null, "Room 1"))).Id;
        enterprise.Offer = (await enterprise.Client.PostAsync<Offer>("/placements/offers", new OfferInput(
            enterprise.Placement,
            new OfferTerms { Pay = 1000, Currency = "EUR", StartsOn = DateOnly.FromDateTime(start.UtcDateTime).AddDays(30) }))).Id;
    }
}
