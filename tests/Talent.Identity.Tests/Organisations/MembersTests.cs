using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Identity;
using Talent.Testing;
using static Talent.Identity.Tests.Organisations.OrganisationsApi;

namespace Talent.Identity.Tests.Organisations;

/// <summary>Who belongs to an organisation, and who says so.</summary>
public sealed class MembersTests
{
    [Theory, StoreData]
    public async Task The_owner_sees_changes_and_removes_members_and_a_recruiter_only_sees_them(string store)
    {
        await using var app = await StartAsync(store);
        var (organisation, ada) = await app.FoundAsync();
        var bo = await app.JoinAsync(organisation, "Bo", MemberRoles.Recruiter);
        var members = $"/organisations/{organisation.Id}/members";
        foreach (var one in new[] { ada, bo })
            (await app.ClientOf(one).GetFromJsonAsync<List<Member>>(Path(members)))!
                .Select(member => (member.Name, member.Role)).ShouldBe([("Ada", "owner"), ("Bo", "recruiter")]);
        (await app.ClientOf(bo).PutAsync($"{members}/{bo.AccountId}", new MemberRoleInput("owner")).CodeAsync())
            .ShouldBe("owners-only");
        (await app.ClientOf(bo).DeleteAsync(Path($"{members}/{ada.AccountId}")).CodeAsync()).ShouldBe("owners-only");

        var owner = app.ClientOf(ada);
        (await owner.PutAsync($"{members}/{bo.AccountId}", new MemberRoleInput("owner")).ReadAsync<Member>()).Role.ShouldBe("owner");
        (await owner.DeleteAsync(Path($"{members}/{bo.AccountId}"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        // Their token lives on for some minutes; the membership does not.
        (await app.ClientOf(bo).GetAsync(Path(members)).CodeAsync()).ShouldBe("not-found");
        (await app.ActionsAsync(organisation.Id)).ShouldBe(
            [AuditActions.OrganisationMade, AuditActions.MemberRoleChanged, AuditActions.MemberRemoved]);
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var app = await StartAsync();
        var (organisation, ada) = await app.FoundAsync();
        var bo = await app.JoinAsync(organisation, "Bo", MemberRoles.Recruiter);
        var owner = app.ClientOf(ada);
        var self = $"/organisations/{organisation.Id}/members/{ada.AccountId}";
        (await owner.DeleteAsync(Path(self)).CodeAsync()).ShouldBe("last-owner");
        (await owner.PutAsync(self, new MemberRoleInput("recruiter")).CodeAsync()).ShouldBe("last-owner");

        await owner.PutAsync($"/organisations/{organisation.Id}/members/{bo.AccountId}", new MemberRoleInput("owner"))
            .ReadAsync<Member>();
        (await owner.DeleteAsync(Path(self))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, StoreData]
    public async Task Of_two_owners_who_leave_at_once_one_stays(string store)
    {
        await using var app = await StartAsync(store);
        var (organisation, ada) = await app.FoundAsync();
        var bo = await app.JoinAsync(organisation, "Bo", MemberRoles.Owner);
        var leaving = await Task.WhenAll(new[] { ada, bo }.Select(one => app.ClientOf(one).DeleteAsync(
            Path($"/organisations/{organisation.Id}/members/{one.AccountId}"))));
        leaving.Count(answer => answer.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
    }

    [Fact]
    public async Task A_role_that_the_kind_of_organisation_does_not_have_is_named()
    {
        await using var app = await StartAsync();
        var (organisation, ada) = await app.FoundAsync();
        using var answer = await app.ClientOf(ada).PutAsync(
            $"/organisations/{organisation.Id}/members/{ada.AccountId}", new MemberRoleInput("coordinator"));
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(["$.role unknown-option"]);
    }

    [Fact]
    public async Task An_organisation_is_invisible_to_whoever_acts_for_another()
    {
        await using var app = await StartAsync();
        var (first, ada) = await app.FoundAsync();
        var (_, eve) = await app.FoundAsync("Eve", Input("Other"));
        // Also when Eve belongs to both, but acts for the other.
        var both = eve with { AccountId = ada.AccountId };
        foreach (var path in new[] { "", "/members", "/invitations", "/audit", "/audit.csv" })
        {
            foreach (var other in new[] { eve, both })
                (await app.ClientOf(other).GetAsync(Path($"/organisations/{first.Id}{path}")).CodeAsync()).ShouldBe("not-found", path);
        }
        // A token that claims an organisation without a membership is worth nothing.
        (await app.ClientOf(eve.ActingFor(first)).GetAsync(Path($"/organisations/{first.Id}")).CodeAsync()).ShouldBe("not-found");
    }
}
