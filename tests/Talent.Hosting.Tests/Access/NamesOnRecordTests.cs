using System.Net.Http.Json;
using Talent.Contracts.Identity;
using Talent.Contracts.Matching;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>Whose names an employer was told, and when, can be read afterwards.</summary>
public sealed class NamesOnRecordTests
{
    [Fact]
    public async Task A_name_is_put_on_record_when_it_is_first_shown_on_a_day_and_not_when_the_page_is_turned_back()
    {
        await using var app = await TalentApp.StartAsync();
        var enterprise = await Tenant.FoundAsync(app, OrganisationKinds.Enterprise, "Zirconium");
        var college = await Tenant.FoundAsync(app, OrganisationKinds.College, "Berylliumu");
        (await college.Client.ImportAsync(
            "graduates", "open.csv", "external_id,name,country,skills,visibility\nopen-1,Example Person,MY,Welding:3,open\n"))
            .Accepted.ShouldBe(1);

        await ShouldNameAsync(app, enterprise);
        await ShouldNameAsync(app, enterprise);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await ShouldNameAsync(app, enterprise);

        var owner = app.ClientOf(enterprise.Owner);
        await Eventually.ShouldAsync(async () =>
        {
            var trail = await owner.GetFromJsonAsync<Page<AuditEntry>>(
                Tenant.Of($"/identity/organisations/{enterprise.Organisation.Id}/audit?limit=100"));
            var days = trail!.Items.Where(entry => entry.Action == AuditActions.NamesDisclosed)
                .Select(entry => DateOnly.FromDateTime(entry.At.UtcDateTime)).ToList();
            days.Count.ShouldBe(2);
            days.ShouldBeUnique();
        });
    }

    /// <summary>The token says that the enterprise is verified, so the open profile has its name.</summary>
    static async Task ShouldNameAsync(TalentApp app, Tenant enterprise)
    {
        var client = app.ClientOf(enterprise.Owner with { OrganisationVerified = true });
        await Eventually.ShouldAsync(async () =>
        {
            using var answer = await client.GetAsync(Tenant.Of($"/matching/jobs/{enterprise.Subject}/graduates"));
            answer.IsSuccessStatusCode.ShouldBeTrue();
            var ranked = (await answer.Content.ReadFromJsonAsync<RankedPage<RankedGraduate>>())!;
            ranked.Items.ShouldContain(item => item.Graduate.DisplayName == "Example Person");
        });
    }
}
