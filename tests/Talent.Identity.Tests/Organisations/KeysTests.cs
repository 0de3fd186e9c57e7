using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Testing;
using static Talent.Identity.Tests.Organisations.OrganisationsApi;

namespace Talent.Identity.Tests.Organisations;

/// <summary>Making, listing and ending an organisation's API keys. What they open is tested with all
/// services.</summary>
public sealed class KeysTests
{
    static readonly Uri Keys = Path("/keys");

    [Theory, StoreData]
    public async Task A_key_is_shown_once_resolves_to_its_organisation_and_ends(string store)
    {
        await using var app = await StartAsync(store);
        var (organisation, ada) = await app.FoundAsync();
        var owner = app.ClientOf(ada);
        var made = await owner.PostAsJsonAsync(Keys, Input(app)).ReadAsync<NewApiKey>(HttpStatusCode.Created);
        made.Key.ShouldStartWith("tk_");
        var body = await owner.GetStringAsync(Keys);
        body.ShouldNotContain(made.Key);
        body.ShouldContain(made.Key[..8]);
        await app.StoreAsync(async db => (await db.Keys.SingleAsync()).Hash.ShouldBe(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(made.Key))));

        var resolved = await ResolveAsync(app, made.Key).ReadAsync<ApiKeyOwner>();
        (resolved.Id, resolved.OrganisationId, resolved.Role, resolved.OrganisationVerified)
            .ShouldBe((made.Id, organisation.Id, "employer", false));
        resolved.Scopes.ShouldBe([KeyScopes.JobsRead, KeyScopes.JobsWrite]);
        var listed = (await owner.GetFromJsonAsync<List<ApiKey>>(Keys))!.ShouldHaveSingleItem();
        listed.LastUsedAt.ShouldNotBeNull();
        listed.LastUsedFrom.ShouldBe("192.0.2.7");

        (await owner.DeleteAsync(Path($"/keys/{made.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ResolveAsync(app, made.Key).CodeAsync()).ShouldBe("not-found");
        (await app.ActionsAsync(organisation.Id)).ShouldBe(
            [AuditActions.OrganisationMade, AuditActions.KeyMade, AuditActions.KeyRevoked]);
    }

    [Fact]
    public async Task A_key_ends_with_its_last_day()
    {
        await using var app = await StartAsync();
        var (_, ada) = await app.FoundAsync();
        var made = await app.ClientOf(ada).PostAsJsonAsync(Keys, Input(app) with { ExpiresOn = Today(app) })
            .ReadAsync<NewApiKey>(HttpStatusCode.Created);
        await ResolveAsync(app, made.Key).ReadAsync<ApiKeyOwner>();
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await ResolveAsync(app, made.Key).CodeAsync()).ShouldBe("not-found");
    }

    [Fact]
    public async Task What_is_wrong_with_a_key_is_named()
    {
        await using var app = await StartAsync();
        var (_, ada) = await app.FoundAsync();
        await WrongAsync(new ApiKeyInput(null, null, null), "$.expiresOn missing", "$.name missing", "$.scopes missing");
        await WrongAsync(Input(app) with { Scopes = ["jobs:read", "everything"] }, "$.scopes unknown-option");
        await WrongAsync(Input(app) with { ExpiresOn = Today(app).AddDays(-1) }, "$.expiresOn number-out-of-range");
        await WrongAsync(Input(app) with { ExpiresOn = Today(app).AddDays(367) }, "$.expiresOn number-out-of-range");

        async Task WrongAsync(ApiKeyInput input, params string[] wrong)
        {
            using var answer = await app.ClientOf(ada).PostAsJsonAsync(Keys, input);
            (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(wrong);
        }
    }

    [Fact]
    public async Task Keys_are_the_owners_alone()
    {
        await using var app = await StartAsync();
        var (organisation, ada) = await app.FoundAsync();
        var made = await app.ClientOf(ada).PostAsJsonAsync(Keys, Input(app)).ReadAsync<NewApiKey>(HttpStatusCode.Created);
        var recruiter = app.ClientOf(await app.JoinAsync(organisation, "Bo", MemberRoles.Recruiter));
        (await recruiter.PostAsJsonAsync(Keys, Input(app)).CodeAsync()).ShouldBe("owners-only");
        (await recruiter.GetAsync(Keys).CodeAsync()).ShouldBe("owners-only");
        (await recruiter.DeleteAsync(Path($"/keys/{made.Id}")).CodeAsync()).ShouldBe("owners-only");
        var (_, eve) = await app.FoundAsync("Eve", OrganisationsApi.Input("Other"));
        (await app.ClientOf(eve).DeleteAsync(Path($"/keys/{made.Id}")).CodeAsync()).ShouldBe("not-found");
        (await app.ClientOf(eve).GetFromJsonAsync<List<ApiKey>>(Keys)).ShouldBeEmpty();
    }

    static ApiKeyInput Input(TalentApp app) =>
        new("Personnel system", [KeyScopes.JobsRead, KeyScopes.JobsWrite], Today(app).AddDays(90));

    static DateOnly Today(TalentApp app) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);

    static Task<HttpResponseMessage> ResolveAsync(TalentApp app, string key) =>
        app.Anonymous().PostAsJsonAsync(Path("/keys/resolve"), new ApiKeyProof(key, "192.0.2.7"));
}
