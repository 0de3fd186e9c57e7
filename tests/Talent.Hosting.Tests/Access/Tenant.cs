using System.Net.Http.Json;
using System.Text;
using Talent.Contracts.Graduates;
using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>An organisation with something of everything that an organisation can have, each bearing its
/// name.</summary>
sealed class Tenant
{
    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");

    public required Caller Owner { get; init; }
    public required HttpClient Client { get; init; }
    public required OrganisationView Organisation { get; init; }
    public required OrganisationDocument Document { get; init; }
    public required Invitation Invitation { get; init; }
    public required NewApiKey Key { get; init; }
    public required ImportReport Import { get; init; }
    /// <summary>A held job need of an enterprise, a graduate of a college.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Of a college's graduate with an enterprise, once there is one; and the college's consent for it.</summary>
    public Guid Placement { get; set; }
    public Guid Consent { get; set; }
    /// <summary>Of that placement.</summary>
    public Guid Interview { get; set; }
    public Guid Offer { get; set; }

    public IReadOnlyList<Guid> Ids =>
        [Subject, Organisation.Id, Document.Id, Invitation.Id, Key.Id, Import.Id, Owner.AccountId];

    /// <summary>Founds one, not verified.</summary>
    /// <param name="name">One word; it stands in all that the organisation has.</param>
    public static async Task<Tenant> FoundAsync(TalentApp app, string kind, string name)
    {
        var person = new Caller(Guid.CreateVersion7(), Roles.Graduate, $"{name} Owner", $"owner@{name}.example", null, null);
        var organisation = await app.ClientOf(person).PostAsync<OrganisationView>("/identity/organisations", new OrganisationInput
        {
            Name = $"{name} {kind}", Kind = kind, Country = "MY", RegistrationNumber = $"{name}-1",
        });
        var owner = person with
        {
            Role = kind == OrganisationKinds.College ? Roles.Coordinator : Roles.Employer,
            OrganisationId = organisation.Id,
            OrganisationName = organisation.Name,
            MemberRole = MemberRoles.Owner,
        };
        var client = app.ClientOf(owner);
        var import = await ImportAsync(client, owner.Role, name);
        return new Tenant
        {
            Owner = owner,
            Client = client,
            Organisation = organisation,
            Document = await UploadAsync(client, organisation.Id, $"{name}.pdf"),
            Invitation = await client.PostAsync<Invitation>(
                $"/identity/organisations/{organisation.Id}/invitations",
                new InvitationInput($"invited@{name}.example", MemberRoles.Owner)),
            Key = await client.MakeKeyAsync(app, name, KeyScopes.All),
            Import = import,
            Subject = await SubjectAsync(client, owner.Role),
        };
    }

    static async Task<ImportReport> ImportAsync(HttpClient client, string role, string name)
    {
        var report = role == Roles.Employer
            ? await client.ImportAsync("jobs", $"{name}.csv", $"title,country,external_id\n{name} welder,MY,{name}-J1\n")
            : await client.ImportAsync(
                "graduates", $"{name}.csv",
                "external_id,name,email,country,institution,cohort,skills,visibility\n" +
                $"{name}-G1,{name} Person,person@{name}.example,MY,{name} College,{name} cohort,Welding:3,masked\n");
        report.Accepted.ShouldBe(1, report.Errors.Count > 0 ? report.Errors[0].Message : "");
        return report;
    }

    static async Task<Guid> SubjectAsync(HttpClient client, string role) => role == Roles.Employer
        ? (await client.GetFromJsonAsync<Page<JobNeed>>(Of("/jobs?mine=true")))!.Items.Single().Id
        : (await client.GetFromJsonAsync<Page<GraduateView>>(Of("/graduates")))!.Items.Single().Id;

    static async Task<OrganisationDocument> UploadAsync(HttpClient client, Guid organisation, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Pdf), "file", name } };
        using var answer = await client.PostAsync(Of($"/identity/organisations/{organisation}/documents"), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<OrganisationDocument>())!;
    }

    public static Uri Of(string path) => new("/api/v1" + path, UriKind.Relative);
}

static class TenantCalls
{
    public static async Task<T> PostAsync<T>(this HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(Tenant.Of(path), body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    public static Task<NewApiKey> MakeKeyAsync(
        this HttpClient owner, TalentApp app, string name, IReadOnlyList<string> scopes) =>
        owner.PostAsync<NewApiKey>("/identity/keys", new ApiKeyInput(
            name, scopes, DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(30)));
}
