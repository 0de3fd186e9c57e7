using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Tests.Organisations;
using Talent.Testing;

namespace Talent.Identity.Tests;

/// <summary>What the other services are told of people, and of sessions that end.</summary>
public sealed class PeopleToldTests
{
    [Theory, StoreData]
    public async Task Registering_and_each_change_of_the_account_tell_who_the_person_is_now(string store)
    {
        await using var app = await Installation.StartAsync(store);
        var session = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(session.AccessToken);
        using var changed = await client.PutAsJsonAsync(
            Installation.Path("/me"), new MeInput("Ada Second", "zh", "Asia/Shanghai"));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
        var told = await ToldAsync<PersonChanged>(app);
        told.Select(one => (one.Name, one.Email, one.Language, one.Zone, one.Version)).ShouldBe(
        [
            ("Ada Example", "ada@example.org", "en", "Africa/Cairo", 1),
            ("Ada Second", "ada@example.org", "zh", "Asia/Shanghai", 2),
        ]);
        told.ShouldAllBe(one => one.AccountId == session.Caller.AccountId && one.Memberships.Count == 0);
    }

    [Fact]
    public async Task Signing_in_and_changing_the_password_tell_nothing()
    {
        await using var app = await Installation.StartAsync();
        var session = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(session.AccessToken);
        using var changed = await client.PutAsJsonAsync(
            Installation.Path("/password"), new PasswordInput(Installation.Password, Installation.Other));
        changed.IsSuccessStatusCode.ShouldBeTrue(await changed.Content.ReadAsStringAsync());
        (await client.AnswerAsync<TokenAnswer>("/token", new SignInInput("ada@example.org", Installation.Other)))
            .AccessToken.ShouldNotBeEmpty();
        (await ToldAsync<PersonChanged>(app)).Count.ShouldBe(1);
    }

    [Theory, StoreData]
    public async Task Joining_another_role_and_leaving_tell_where_the_person_belongs(string store)
    {
        await using var app = await OrganisationsApi.StartAsync(store);
        var (organisation, ada) = await app.FoundAsync();
        var bo = await app.JoinAsync(organisation, "Bo", MemberRoles.Recruiter);
        var member = $"/organisations/{organisation.Id}/members/{bo.AccountId}";
        await app.ClientOf(ada).PutAsync(member, new MemberRoleInput("owner")).ReadAsync<Member>();
        (await app.ClientOf(ada).DeleteAsync(OrganisationsApi.Path(member))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var told = await ToldAsync<PersonChanged>(app);
        told.Where(one => one.AccountId == ada.AccountId).Select(Shown).ShouldBe(["1:", "2:enterprise owner"]);
        told.Where(one => one.AccountId == bo.AccountId).Select(Shown)
            .ShouldBe(["1:", "2:enterprise recruiter", "3:enterprise owner", "4:"]);
    }

    [Theory, StoreData]
    public async Task Of_changes_at_the_same_moment_the_highest_version_knows_all(string store)
    {
        await using var app = await OrganisationsApi.StartAsync(store);
        var bo = await app.PersonAsync("Bo");
        var organisations = new List<Guid>();
        for (var number = 0; number < 8; number++)
            organisations.Add((await app.FoundAsync($"Owner{number}")).Organisation.Id);
        await Task.WhenAll(organisations.Select(organisation => Task.Run(() => app.StoreAsync(async db =>
        {
            db.Memberships.Add(new Domain.Membership
            {
                OrganisationId = organisation, AccountId = bo.AccountId, Role = MemberRoles.Recruiter,
                JoinedAt = app.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        }))));
        var told = (await ToldAsync<PersonChanged>(app)).Where(one => one.AccountId == bo.AccountId).ToList();
        told.Select(one => one.Version).Order().ShouldBe(Enumerable.Range(1, 9).Select(version => (long)version));
        told.MaxBy(one => one.Version)!.Memberships.Select(one => one.OrganisationId)
            .ShouldBe(organisations, ignoreOrder: true);
        // Each knows one more than the one before.
        told.OrderBy(one => one.Version).Select(one => one.Memberships.Count).ShouldBe(Enumerable.Range(0, 9));
    }

    [Fact]
    public async Task A_session_that_is_ended_is_told_however_it_was_ended()
    {
        await using var app = await Installation.StartAsync();
        var first = await app.JoinAsync("ada@example.org");
        using var anonymous = app.ClientWith(null);
        using var left = await anonymous.SendAsync("/sessions/end", new SessionInput(first.SessionToken));
        left.IsSuccessStatusCode.ShouldBeTrue();
        (await ToldAsync<SessionEnded>(app)).Select(one => one.SessionId).ShouldBe([first.Caller.SessionId!.Value]);

        var tokens = await anonymous.AnswerAsync<TokenAnswer>("/token", new SignInInput("ada@example.org", Installation.Password));
        await anonymous.AnswerAsync<TokenAnswer>("/token/refresh", new RefreshInput(tokens.RefreshToken));
        (await anonymous.SendAsync("/token/refresh", new RefreshInput(tokens.RefreshToken))).StatusCode
            .ShouldBe(HttpStatusCode.Unauthorized);
        var ended = await ToldAsync<SessionEnded>(app);
        ended.Count.ShouldBe(2);
        ended.ShouldAllBe(one => one.AccountId == first.Caller.AccountId);
    }

    static string Shown(PersonChanged told) =>
        $"{told.Version}:{string.Join(",", told.Memberships.Select(one => $"{one.Kind} {one.MemberRole}"))}";

    static async Task<List<T>> ToldAsync<T>(TalentApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var bodies = await db.Outbox.AsNoTracking().Where(row => row.Type == typeof(T).FullName)
            .OrderBy(row => row.Id).Select(row => row.Body).ToListAsync();
        return bodies.ConvertAll(body => JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web)!);
    }
}
