using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Host;
using Talent.Platform.Security;
using Talent.Testing;
using Accounts = Talent.Host.Demo.DemoAccounts;

namespace Talent.Hosting.Tests.Demo;

public sealed class DemoAccountsTests
{
    [Fact]
    public void There_is_one_person_of_each_role_then_a_second_employer_and_coordinator()
    {
        Accounts.People.Select(person => person.Role)
            .ShouldBe(["employer", "graduate", "coordinator", "office", "employer", "coordinator"]);
        Accounts.People.Where(person => person.OrganisationId is not null).Select(person => person.OrganisationId).ShouldBeUnique();
        Accounts.People.Select(person => person.AccountId).ShouldBeUnique();
        Accounts.People.Single(person => person.Role == Roles.Graduate).OrganisationId.ShouldBeNull();
    }

    [Fact]
    public void Ids_are_valid_and_never_change()
    {
        Accounts.People[0].OrganisationId.ShouldBe(Accounts.IdOf("kestrel-quay"));
        Accounts.IdOf("kestrel-quay").ShouldBe(Guid.Parse("d2202312-09ba-8af4-a379-592e730dcf1a"));
        Accounts.People.Select(person => person.AccountId.Version).ShouldAllBe(version => version == 8);
        Accounts.People.Select(person => person.AccountId.Variant).ShouldAllBe(variant => variant >= 8 && variant <= 11);
    }

    [Fact]
    public async Task The_file_holds_a_token_for_each_person_and_is_readable_by_its_owner_alone()
    {
        using var folder = new TempFolder();
        await using var app = Build(folder);

        Accounts.Write(app);

        var accounts = DemoAccounts.Read(folder.FullPath);
        accounts.Select(account => (account.Role, account.Email))
            .ShouldBe(Accounts.People.Select(person => (person.Role, person.Email)));
        accounts.Select(account => account.Password).ShouldBeUnique();
        accounts.ShouldAllBe(account => account.Password!.Length >= 12);
        var callers = new List<Caller>();
        foreach (var account in accounts)
            callers.Add((await app.Services.GetRequiredService<AccessTokens>().ReadAsync(account.Token))!);
        callers.ShouldBe(Accounts.People);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(folder["demo-accounts.json"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_file_names_its_members_as_other_programs_expect_them()
    {
        using var folder = new TempFolder();
        await using var app = Build(folder);

        Accounts.Write(app);

        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(folder["demo-accounts.json"]));
        file.RootElement[0].EnumerateObject().Select(member => member.Name).ShouldBe(["role", "email", "password", "token"]);
    }

    [Fact]
    public async Task Each_start_writes_fresh_tokens_and_leaves_no_other_file()
    {
        using var folder = new TempFolder();
        await using var app = Build(folder);

        var first = Accounts.Write(app);
        var second = Accounts.Write(app);

        second.Select(one => one.Token).ShouldNotBe(first.Select(one => one.Token));
        DemoAccounts.Read(folder.FullPath).Select(account => account.Token).ShouldBe(second.Select(one => one.Token));
        Directory.GetFiles(folder.FullPath, "demo-accounts*").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_start_shows_how_to_sign_in_as_each_of_the_people()
    {
        await using var host = await HostProcess.StartAsync();

        await Eventually.ShouldAsync(() =>
        {
            foreach (var account in DemoAccounts.Read(host.DataFolder))
                host.Output.ShouldContain(line => line.Contains(account.Email, StringComparison.Ordinal)
                    && line.Contains(account.Password!, StringComparison.Ordinal));
            host.Output.ShouldContain(line => line.Contains("Lena Castellan, Kestrel Quay Robotics", StringComparison.Ordinal));
        });
        using var client = host.ClientOf(null);
        foreach (var account in DemoAccounts.Read(host.DataFolder))
            (await SignedInAsync(client, account)).ShouldBe(account.Role);
    }

    [Fact]
    public async Task A_start_without_demo_data_has_no_demo_people_and_prints_the_link_that_makes_the_first_office()
    {
        await using var host = await HostProcess.StartAsync(["--empty"]);

        await Eventually.ShouldAsync(() => host.Output.ShouldContain(line => line.Contains(
            $"{host.Address.GetLeftPart(UriPartial.Authority)}/en/set-up?token=", StringComparison.Ordinal)));
        File.Exists(Path.Combine(host.DataFolder, "demo-accounts.json")).ShouldBeFalse();
        using var client = host.ClientOf(null);
        using var link = await client.GetAsync(new Uri(
            $"/sign-in?token={HostClients.TokenOf(TalentApp.Person(Roles.Office), Path.Combine(host.DataFolder, "keys"))}",
            UriKind.Relative));
        link.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    static async Task<string> SignedInAsync(HttpClient client, DemoAccount account)
    {
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/identity/sessions", new { account.Email, account.Password });
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return session.GetProperty("caller").GetProperty("role").GetString()!;
    }

    static WebApplication Build(TempFolder folder) =>
        TalentApplication.Build(HostOptions.Parse(["--port", "0", "--data", folder.FullPath]));
}
