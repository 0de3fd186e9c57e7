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

    [Theory, StoreData]
    public async Task Whoever_is_invited_by_mail_joins_with_that_address_alone(string store)
    {
        await using var app = await StartAsync(store);
        var (organisation, ada) = await app.FoundAsync();
        var invitations = Path($"/organisations/{organisation.Id}/invitations");
        var owner = app.ClientOf(ada);
        await owner.PostAsJsonAsync(invitations, new InvitationInput("Bo@example.org", "recruiter"))
            .ReadAsync<Invitation>(HttpStatusCode.Created);
        // Asked again: the first link ends.
        var invitation = await owner.PostAsJsonAsync(invitations, new InvitationInput("bo@example.org", "recruiter", "ar"))
            .ReadAsync<Invitation>(HttpStatusCode.Created);
        (await owner.GetFromJsonAsync<List<Invitation>>(invitations)).ShouldHaveSingleItem().Id.ShouldBe(invitation.Id);
        var (first, last) = (await LinkAsync(1), await LinkAsync(2));
        (await LookAsync(first).CodeAsync()).ShouldBe("not-found");
        var offer = await LookAsync(last).ReadAsync<InvitationOffer>();
        (offer.OrganisationName, offer.Role, offer.Email, offer.InvitedBy)
            .ShouldBe(("Example Robotics", "recruiter", "bo@example.org", "Ada"));

        var (eve, bo) = (await app.PersonAsync("Eve"), await app.PersonAsync("Bo"));
        (await AcceptAsync(eve, last).CodeAsync()).ShouldBe("other-address");
        var joined = await AcceptAsync(bo, last).ReadAsync<MembershipInfo>();
        (joined.OrganisationId, joined.MemberRole, joined.Acting).ShouldBe((organisation.Id, "recruiter", false));
        (await AcceptAsync(bo, last).CodeAsync()).ShouldBe("not-found");
        (await owner.PostAsJsonAsync(invitations, new InvitationInput("bo@example.org", "owner")).CodeAsync())
            .ShouldBe("already-a-member");

        async Task<string> LinkAsync(int number) => Installation.TokenIn(await app.MailToAsync("bo@example.org", number));
        Task<HttpResponseMessage> LookAsync(string token) =>
            app.Anonymous().PostAsJsonAsync(Path("/invitations/look"), new InvitationToken(token));
        Task<HttpResponseMessage> AcceptAsync(Platform.Security.Caller who, string token) =>
            app.ClientOf(who).PostAsJsonAsync(Path("/invitations/accept"), new InvitationToken(token));
    }

    [Fact]
    public async Task An_invitation_ends_after_a_week_or_when_it_is_withdrawn()
    {
        await using var app = await StartAsync();
        var (organisation, ada) = await app.FoundAsync();
        var invitations = $"/organisations/{organisation.Id}/invitations";
        var owner = app.ClientOf(ada);
        var withdrawn = await owner.PostAsJsonAsync(Path(invitations), new InvitationInput("bo@example.org", "recruiter"))
            .ReadAsync<Invitation>(HttpStatusCode.Created);
        (await owner.DeleteAsync(Path($"{invitations}/{withdrawn.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await owner.PostAsJsonAsync(Path(invitations), new InvitationInput("cy@example.org", "recruiter"))
            .ReadAsync<Invitation>(HttpStatusCode.Created);
        var (bo, cy) = (await TokenAsync("bo@example.org"), await TokenAsync("cy@example.org"));
        (await LookAsync(bo).CodeAsync()).ShouldBe("not-found");
        app.Clock.Advance(TimeSpan.FromDays(6));
        await LookAsync(cy).ReadAsync<InvitationOffer>();
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await LookAsync(cy).CodeAsync()).ShouldBe("not-found");
        (await owner.GetFromJsonAsync<List<Invitation>>(Path(invitations))).ShouldBeEmpty();

        async Task<string> TokenAsync(string address) => Installation.TokenIn(await app.MailToAsync(address));
        Task<HttpResponseMessage> LookAsync(string token) =>
            app.Anonymous().PostAsJsonAsync(Path("/invitations/look"), new InvitationToken(token));
    }

    [Theory, StoreData]
    public async Task Who_is_invited_finds_it_waiting_and_joins_without_the_link(string store)
    {
        await using var app = await StartAsync(store);
        var (organisation, ada) = await app.FoundAsync();
        var (bo, eve) = (await app.PersonAsync("Bo"), await app.PersonAsync("Eve"));
        using var invited = await app.ClientOf(ada).PostAsJsonAsync(
            Path($"/organisations/{organisation.Id}/invitations"), new InvitationInput("Bo@example.org", MemberRoles.Recruiter));
        invited.StatusCode.ShouldBe(HttpStatusCode.Created);
        var waiting = (await app.ClientOf(bo).GetFromJsonAsync<List<OwnInvitation>>(Path("/invitations/mine")))!.ShouldHaveSingleItem();
        (waiting.OrganisationId, waiting.Role, waiting.InvitedBy).ShouldBe((organisation.Id, MemberRoles.Recruiter, "Ada"));
        // Another person sees nothing and can take nothing, even with the id.
        (await app.ClientOf(eve).GetFromJsonAsync<List<OwnInvitation>>(Path("/invitations/mine")))!.ShouldBeEmpty();
        var accept = $"/invitations/{waiting.Id}/accept";
        (await app.ClientOf(eve).PostAsync(Path(accept), null).CodeAsync()).ShouldBe("not-found");

        (await app.ClientOf(bo).PostAsync(Path(accept), null).ReadAsync<MembershipInfo>()).MemberRole.ShouldBe(MemberRoles.Recruiter);
        (await app.ClientOf(bo).GetFromJsonAsync<List<OwnInvitation>>(Path("/invitations/mine")))!.ShouldBeEmpty();
        (await app.ClientOf(bo).PostAsync(Path(accept), null).CodeAsync()).ShouldBe("not-found");
    }
}
