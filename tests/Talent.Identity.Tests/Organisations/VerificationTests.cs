using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Platform;
using Talent.Testing;
using static Talent.Identity.Tests.Organisations.OrganisationsApi;

namespace Talent.Identity.Tests.Organisations;

/// <summary>From a new organisation to a verified one, and back.</summary>
public sealed class VerificationTests
{
    [Theory, StoreData]
    public async Task An_organisation_is_described_shows_its_papers_and_is_verified(string store)
    {
        await using var app = await StartAsync(store);
        var (organisation, owner) = await app.FoundAsync();
        (organisation.State, organisation.RegistrationNumber, organisation.Website)
            .ShouldBe(("unverified", "91350100M000100Y43", "https://www.example.com/"));
        var client = app.ClientOf(owner);
        var paper = await client.UploadAsync(organisation.Id).ReadPaperAsync();
        (await client.PostAsync(Path($"/organisations/{organisation.Id}/submit"), null).ReadAsync<OrganisationView>())
            .State.ShouldBe("submitted");
        var office = app.ClientOf(await app.OfficeAsync());
        var waiting = await office.GetFromJsonAsync<Page<OrganisationSummary>>(Path("/organisations?state=submitted"));
        waiting!.Items.ShouldHaveSingleItem().Documents.ShouldBe(1);
        var content = await office.GetAsync(Path($"/organisations/{organisation.Id}/documents/{paper.Id}"));
        content.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        content.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        content.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("sandbox");

        var decided = await DecideAsync(office, organisation.Id, "verified").ReadAsync<OrganisationView>();

        (decided.State, decided.DecidedBy).ShouldBe(("verified", "Ines"));
        (await app.ActionsAsync(organisation.Id)).ShouldBe(
        [
            AuditActions.OrganisationMade, AuditActions.DocumentAdded, AuditActions.OrganisationSubmitted,
            AuditActions.DocumentRead, AuditActions.OrganisationVerified,
        ]);
        await app.StoreAsync(async db => (await db.Outbox
                .Where(row => row.Type == typeof(OrganisationChanged).FullName).OrderBy(row => row.Id)
                .Select(row => row.Body).ToListAsync())
            .Select(body => System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("verified").GetBoolean())
            .ShouldBe([false, false, true]));
    }

    [Fact]
    public async Task A_refused_one_is_told_why_and_may_try_again_and_a_verified_one_may_be_suspended()
    {
        await using var app = await StartAsync();
        var (organisation, owner) = await app.FoundAsync();
        var (client, office) = (app.ClientOf(owner), app.ClientOf(await app.OfficeAsync()));
        (await DecideAsync(office, organisation.Id, "verified").CodeAsync()).ShouldBe("wrong-state");
        await SubmitAsync(client, organisation.Id);
        using (var withoutReason = await DecideAsync(office, organisation.Id, "refused"))
            (await ProblemDocument.ReadAsync(withoutReason)).Wrong.ShouldBe(["$.reason missing"]);
        (await DecideAsync(office, organisation.Id, "refused", "The licence cannot be read.").ReadAsync<OrganisationView>())
            .Reason.ShouldBe("The licence cannot be read.");
        (await client.GetFromJsonAsync<OrganisationView>(Path($"/organisations/{organisation.Id}")))!
            .Reason.ShouldBe("The licence cannot be read.");
        (await app.MailToAsync("ada@example.org")).ShouldContain("The licence cannot be read.");

        await SubmitAsync(client, organisation.Id);
        await DecideAsync(office, organisation.Id, "verified").ReadAsync<OrganisationView>();
        (await DecideAsync(office, organisation.Id, "refused", "Changed our mind").CodeAsync()).ShouldBe("wrong-state");
        (await DecideAsync(office, organisation.Id, "suspended", "Fees were asked of graduates.").ReadAsync<OrganisationView>())
            .State.ShouldBe("suspended");
    }

    [Fact]
    public async Task A_verified_one_under_another_name_is_looked_at_again_but_not_for_another_website()
    {
        await using var app = await StartAsync();
        var (organisation, owner) = await app.FoundAsync();
        var (client, office) = (app.ClientOf(owner), app.ClientOf(await app.OfficeAsync()));
        await SubmitAsync(client, organisation.Id);
        var verified = await DecideAsync(office, organisation.Id, "verified").ReadAsync<OrganisationView>();
        var path = $"/organisations/{organisation.Id}";
        (await client.PutAsync(path, Input()).CodeAsync()).ShouldBe("if-match-required");
        (await client.PutAsync(path, Input(), "\"1\"").CodeAsync()).ShouldBe("changed-meanwhile");

        var moved = await client.PutAsync(path, Input() with { Website = "https://example.net" }, $"\"{verified.Version}\"")
            .ReadAsync<OrganisationView>();
        moved.State.ShouldBe("verified");
        var renamed = await client.PutAsync(path, Input("Other Robotics"), $"\"{moved.Version}\"").ReadAsync<OrganisationView>();
        (renamed.State, renamed.DecidedBy).ShouldBe(("unverified", null));
    }

    [Fact]
    public async Task What_is_wrong_is_named()
    {
        await using var app = await StartAsync();
        var client = app.ClientOf(await app.PersonAsync("Ada"));
        await WrongAsync(new OrganisationInput(), "$.country missing", "$.kind missing", "$.name missing");
        await WrongAsync(Input() with { RegistrationNumber = "91350100M000100Y44" }, "$.registrationNumber bad-credit-code");
        await WrongAsync(Input() with { Kind = "office" }, "$.kind unknown-option");
        await WrongAsync(Input() with { Website = "javascript:alert(1)" }, "$.website bad-website");
        await WrongAsync(Input() with { Website = "https://user:word@example.com" }, "$.website bad-website");
        await WrongAsync(Input(new string('n', 201)), "$.name too-long");
        await WrongAsync(Input() with { Country = "Atlantis" }, "$.country unknown-country");

        async Task WrongAsync(OrganisationInput input, params string[] wrong)
        {
            using var answer = await client.PostAsJsonAsync(All, input);
            (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(wrong);
        }
    }

    [Fact]
    public async Task Elsewhere_any_number_will_do_and_without_number_or_papers_nothing_is_submitted()
    {
        await using var app = await StartAsync();
        var (organisation, owner) = await app.FoundAsync(input: Input() with { Country = "MY", RegistrationNumber = null });
        var client = app.ClientOf(owner);
        using var answer = await client.PostAsync(Path($"/organisations/{organisation.Id}/submit"), null);
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(["$.documents missing", "$.registrationNumber missing"]);
        (await client.PutAsync(
            $"/organisations/{organisation.Id}", Input() with { Country = "MY", RegistrationNumber = "2026-001-X" }, "\"1\"")
            .ReadAsync<OrganisationView>()).RegistrationNumber.ShouldBe("2026-001-X");
    }

    [Fact]
    public async Task Papers_are_known_by_their_content_and_limited()
    {
        await using var app = await StartAsync();
        var (organisation, owner) = await app.FoundAsync();
        var client = app.ClientOf(owner);
        using (var page = await client.UploadAsync(organisation.Id, "licence.pdf", "<html>%PDF-1.7 %%EOF</html>"u8.ToArray()))
            (await ProblemDocument.ReadAsync(page)).Wrong.ShouldBe(["file unknown-content"]);
        (await client.UploadAsync(organisation.Id, content: new byte[(10 * 1024 * 1024) + 1]).CodeAsync())
            .ShouldBe("file-too-large");
        using (var none = await client.UploadAsync(organisation.Id, content: []))
            (await ProblemDocument.ReadAsync(none)).Wrong.ShouldBe(["file missing"]);
        OrganisationDocument? last = null;
        for (var number = 0; number < 5; number++)
            last = await client.UploadAsync(organisation.Id, $"../../licence {number}\u0007.pdf").ReadPaperAsync();
        last!.Name.ShouldBe("licence 4.pdf");
        (await client.UploadAsync(organisation.Id).CodeAsync()).ShouldBe("too-many-documents");
        (await client.DeleteAsync(Path($"/organisations/{organisation.Id}/documents/{last.Id}")))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await SubmitAsync(client, organisation.Id, upload: false);
        var first = (await client.GetFromJsonAsync<OrganisationView>(Path($"/organisations/{organisation.Id}")))!.Documents[0];
        (await client.DeleteAsync(Path($"/organisations/{organisation.Id}/documents/{first.Id}")).CodeAsync())
            .ShouldBe("documents-in-use");
    }

    [Fact]
    public async Task Nobody_decides_on_an_organisation_of_their_own()
    {
        await using var app = await StartAsync();
        var (organisation, owner) = await app.FoundAsync();
        await SubmitAsync(app.ClientOf(owner), organisation.Id);
        var office = await app.OfficeAsync();
        await app.StoreAsync(async db =>
        {
            db.Memberships.Add(new Domain.Membership
            {
                OrganisationId = organisation.Id,
                AccountId = office.AccountId,
                Role = MemberRoles.Recruiter,
                JoinedAt = app.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        (await DecideAsync(app.ClientOf(office), organisation.Id, "verified").CodeAsync()).ShouldBe("own-organisation");
    }

    [Fact]
    public async Task One_person_cannot_fill_the_list_of_the_office()
    {
        await using var app = await StartAsync();
        var client = app.ClientOf(await app.PersonAsync("Ada"));
        for (var number = 0; number < 3; number++)
            await client.PostAsJsonAsync(All, Input($"Example {number}")).ReadAsync<OrganisationView>(HttpStatusCode.Created);
        (await client.PostAsJsonAsync(All, Input()).CodeAsync()).ShouldBe("too-many-organisations");
    }

    static Task<HttpResponseMessage> DecideAsync(HttpClient office, Guid organisation, string decision, string? reason = null) =>
        office.PostAsJsonAsync(
            Path($"/organisations/{organisation}/decide"), new OrganisationDecision(decision, reason));

    static async Task SubmitAsync(HttpClient owner, Guid organisation, bool upload = true)
    {
        if (upload)
            await owner.UploadAsync(organisation).ReadPaperAsync();
        await owner.PostAsync(Path($"/organisations/{organisation}/submit"), null).ReadAsync<OrganisationView>();
    }
}

static class Papers
{
    public static Task<OrganisationDocument> ReadPaperAsync(this Task<HttpResponseMessage> upload) =>
        upload.ReadAsync<OrganisationDocument>(HttpStatusCode.Created);
}
