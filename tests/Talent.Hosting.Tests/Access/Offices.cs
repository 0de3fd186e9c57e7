using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

static class Offices
{
    /// <summary>The programme office of a running application, and its administrator.</summary>
    public static async Task<Caller> SetUpAsync(TalentApp app)
    {
        var person = TalentApp.Person(Roles.Office);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        db.Organisations.Add(Organisation.Trusted(
            person.Organisation, OrganisationKinds.Office, person.OrganisationName!, null, app.Clock.GetUtcNow()));
        db.Memberships.Add(new Membership
        {
            OrganisationId = person.Organisation,
            AccountId = person.AccountId,
            Role = MemberRoles.Administrator,
            JoinedAt = app.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return person;
    }
}
