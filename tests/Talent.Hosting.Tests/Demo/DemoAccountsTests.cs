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
        accounts.ShouldAllBe(account => account.Password == null);
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
    public async Task A_start_without_demo_data_still_prints_a_sign_in_link_for_each_person()
    {
        await using var host = await HostProcess.StartAsync(["--empty"]);

        await Eventually.ShouldAsync(() =>
        {
            foreach (var account in DemoAccounts.Read(host.DataFolder))
                host.Output.Contains(
                    $"  {account.Role,-12} {host.Address.GetLeftPart(UriPartial.Authority)}/sign-in?token={account.Token}",
                    StringComparer.Ordinal).ShouldBeTrue(account.Role);
            host.Output.ShouldContain(line => line.Contains("Lena Castellan, Kestrel Quay Robotics", StringComparison.Ordinal));
        });
    }

    static WebApplication Build(TempFolder folder) =>
        TalentApplication.Build(HostOptions.Parse(["--port", "0", "--data", folder.FullPath, "--empty"]));
}
