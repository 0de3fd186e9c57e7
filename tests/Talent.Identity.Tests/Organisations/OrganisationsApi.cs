using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Identity.Tests.Organisations;

/// <summary>Calls of the organisations' API, by people with accounts.</summary>
static class OrganisationsApi
{
    public static Uri All { get; } = Path("/organisations");

    public static Uri Path(string rest) => new($"/api/v1/identity{rest}", UriKind.Relative);

    /// <summary>The application with the identity service alone.</summary>
    public static async Task<TalentApp> StartAsync(string store = "sqlite") => await TalentApp.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Talent:Store"] = store,
            ["Talent:Postgres"] = store == "postgres" ? await PostgresServer.CreateDatabaseAsync() : null,
        },
        services: ["identity"]);

    public static OrganisationInput Input(string name = "Example Robotics") => new()
    {
        Name = name,
        Kind = "enterprise",
        Country = "CN",
        RegistrationNumber = "91350100M000100Y43",
        Website = "www.example.com",
    };

    /// <summary>A person with an account, who acts for nobody.</summary>
    public static async Task<Caller> PersonAsync(this TalentApp app, string name)
    {
        var email = $"{name.ToLowerInvariant()}@example.org";
        var id = Guid.CreateVersion7();
        await app.StoreAsync(async db =>
        {
            var account = Account.Of(id, email, email.ToUpperInvariant(), "none", app.Clock.GetUtcNow());
            account.Describe(name, "en", "Etc/UTC");
            db.Accounts.Add(account);
            await db.SaveChangesAsync();
        });
        return new Caller(id, Roles.Graduate, name, email, null, null);
    }

    /// <summary>The same person as a member of an organisation.</summary>
    public static Caller ActingFor(this Caller person, OrganisationView organisation, string role = MemberRoles.Owner) => person with
    {
        Role = organisation.Kind == OrganisationKinds.College ? Roles.Coordinator : Roles.Employer,
        OrganisationId = organisation.Id,
        OrganisationName = organisation.Name,
        MemberRole = role,
    };

    /// <summary>An organisation with its owner.</summary>
    public static async Task<(OrganisationView Organisation, Caller Owner)> FoundAsync(
        this TalentApp app, string owner = "Ada", OrganisationInput? input = null)
    {
        var person = await app.PersonAsync(owner);
        using var answer = await app.ClientOf(person).PostAsJsonAsync(All, input ?? Input());
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var organisation = (await answer.Content.ReadFromJsonAsync<OrganisationView>())!;
        return (organisation, person.ActingFor(organisation));
    }

    /// <summary>A reviewer of a programme office that is set up.</summary>
    public static async Task<Caller> OfficeAsync(this TalentApp app)
    {
        var person = await app.PersonAsync("Ines");
        var office = Organisation.Trusted(
            Guid.CreateVersion7(), OrganisationKinds.Office, "Example Office", null, app.Clock.GetUtcNow());
        await app.StoreAsync(async db =>
        {
            db.Organisations.Add(office);
            db.Memberships.Add(new Membership
            {
                OrganisationId = office.Id,
                AccountId = person.AccountId,
                Role = MemberRoles.Reviewer,
                JoinedAt = app.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        return person with
        {
            Role = Roles.Office,
            OrganisationId = office.Id,
            OrganisationName = office.Name,
            MemberRole = MemberRoles.Reviewer,
            OrganisationVerified = true,
        };
    }

    /// <summary>A person who joins by an invitation.</summary>
    public static async Task<Caller> JoinAsync(this TalentApp app, OrganisationView organisation, string name, string role)
    {
        var person = await app.PersonAsync(name);
        await app.StoreAsync(async db =>
        {
            db.Memberships.Add(new Membership
            {
                OrganisationId = organisation.Id,
                AccountId = person.AccountId,
                Role = role,
                JoinedAt = app.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        return person.ActingFor(organisation, role);
    }

    public static async Task<HttpResponseMessage> UploadAsync(
        this HttpClient client, Guid organisation, string name = "licence.pdf", byte[]? content = null)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content ?? Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n")), "file", name },
        };
        return await client.PostAsync(Path($"/organisations/{organisation}/documents"), form);
    }

    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> call, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await call;
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    public static async Task<string> CodeAsync(this Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return (await ProblemDocument.ReadAsync(answer)).Code;
    }

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path(path)) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        return await client.SendAsync(request);
    }

    public static async Task StoreAsync(this TalentApp app, Func<IdentityDb, Task> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<IdentityDb>());
    }

    /// <summary>The actions in an organisation's trail, oldest first, once everything recorded so far is
    /// there.</summary>
    public static async Task<IReadOnlyList<string>> ActionsAsync(this TalentApp app, Guid organisation)
    {
        IReadOnlyList<string> actions = [];
        await Eventually.ShouldAsync(() => app.StoreAsync(async db =>
        {
            (await db.Outbox.CountAsync(row => row.DeliveredAt == null)).ShouldBe(0);
            actions = await db.AuditTrail.Where(row => row.OrganisationId == organisation)
                .OrderBy(row => row.Id).Select(row => row.Action).ToListAsync();
        }));
        return actions;
    }
}
