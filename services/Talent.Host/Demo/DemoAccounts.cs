using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Talent.Contracts.Identity;
using Talent.Platform;
using Talent.Platform.Security;

namespace Talent.Host.Demo;

/// <summary>A person of the demo as the start shows it.</summary>
/// <param name="Token">An access token good for a day.</param>
public sealed record DemoPerson(Caller Person, string Password, string Token);

/// <summary>The demo's people: one of each role, and a second enterprise and college to see that organisations are kept
/// apart. Their ids follow from their names and never change.</summary>
public static class DemoAccounts
{
    internal const string GraduateName = "Mariam Fathy";
    internal const string GraduateEmail = "mariam.fathy@example.org";
    const string NewcomerEmail = "he.zhiyuan@qiyundu.example";
    const string FileName = "demo-accounts.json";
    const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>The demo people; the first of a role is its main one.</summary>
    public static IReadOnlyList<Caller> People { get; } = CreatePeople();

    /// <summary>An enterprise that waits for the programme office to look at it.</summary>
    internal static StartingOrganisation Newcomer { get; } = new(
        IdOf("qiyundu"), OrganisationKinds.Enterprise, "栖云渡精密机械有限公司", "CN", "91990099MA0000000M",
        DemoPaper.Pdf(
            "SPECIMEN - BUSINESS LICENCE", "Qiyundu Precision Machinery Co., Ltd.", "Unified social credit code",
            "91990099MA0000000M", "An invented enterprise of the demo data."));

    /// <summary>Who uploads for an organisation: its demo person, else a nameless recruiter or coordinator.</summary>
    public static Caller UploaderOf(string role, string key, string organisation) =>
        People.FirstOrDefault(person => person.OrganisationId == IdOf(key))
        ?? Person(role, role == Roles.Employer ? "Recruiting" : "Registry", "office@" + key + ".example", key, organisation);

    /// <summary>The accounts and organisations that the identity service begins with.</summary>
    public static StartingAccounts Starting(IConfiguration configuration)
    {
        var secret = ReadSecret(configuration);
        var catalogue = DemoCatalogue.Default;
        return new StartingAccounts(
            [
                .. catalogue.Employers.Select(one => new StartingOrganisation(
                    IdOf(one.Key), OrganisationKinds.Enterprise, one.Name, HomeOf(one))),
                .. catalogue.Colleges.Select(one => new StartingOrganisation(
                    IdOf(one.Key), OrganisationKinds.College, one.Name,
                    catalogue.Cohorts.FirstOrDefault(cohort => cohort.College == one.Key)?.Country ?? "CN")),
                new StartingOrganisation(IdOf(catalogue.Office.Key), OrganisationKinds.Office, catalogue.Office.Name, "CN"),
                Newcomer,
            ],
            [
                .. People.Select(person => new StartingAccount(
                    person.AccountId, person.Email, person.Name, PasswordOf(person.Email, secret), person.OrganisationId,
                    person.MemberRole)),
                // Nobody is shown this one's password: the enterprise is there for the office to decide on.
                new StartingAccount(
                    IdOf(NewcomerEmail), NewcomerEmail, "何知远", PasswordOf(NewcomerEmail, secret), Newcomer.Id,
                    MemberRoles.Owner),
            ]);
    }

    /// <summary>Writes <c>demo-accounts.json</c>, readable by the owner alone, with tokens good for a day.</summary>
    /// <returns>The people with their passwords and tokens.</returns>
    public static IReadOnlyList<DemoPerson> Write(WebApplication app)
    {
        var tokens = app.Services.GetRequiredService<AccessTokens>();
        var secret = ReadSecret(app.Configuration);
        var people = People.Select(person => new DemoPerson(
            person, PasswordOf(person.Email, secret), tokens.Issue(person, TimeSpan.FromDays(1)))).ToArray();
        var accounts = people.Select(one => new DemoAccount(one.Person.Role, one.Person.Email, one.Password, one.Token));
        OwnersFile.Replace(
            Path.Combine(DataFolder.Path(app.Configuration), FileName), JsonSerializer.SerializeToUtf8Bytes(accounts, Options));
        return people;
    }

    /// <summary>The id of an organisation or account by its key.</summary>
    /// <remarks>A UUID of version 8 (RFC 9562, 5.8): the first 122 bits of the key's SHA-256.</remarks>
    public static Guid IdOf(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("talent-demo/" + key))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Passwords follow from a secret of the installation, so that each start can show them and no two
    /// installations have the same.</summary>
    static byte[] ReadSecret(IConfiguration configuration)
    {
        var path = Path.Combine(DataFolder.Keys(configuration), "demo-passwords.key");
        if (!File.Exists(path))
            OwnersFile.Replace(path, RandomNumberGenerator.GetBytes(32));
        return File.ReadAllBytes(path);
    }

    static string PasswordOf(string email, byte[] secret)
    {
        var signs = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(email)).Take(16)
            .Select(value => Letters[value % Letters.Length]);
        return string.Join('-', signs.Chunk(4).Select(part => new string(part)));
    }

    static string HomeOf(DemoEmployer employer) => employer.Language switch
    {
        "zh" => "CN",
        "ru" => "RU",
        "pt" => "BR",
        _ => DemoCatalogue.Default.Place(employer.Places[0]).Country,
    };

    static Caller[] CreatePeople()
    {
        var catalogue = DemoCatalogue.Default;
        var (first, second) = (catalogue.Employers[0], catalogue.Employers[1]);
        var (college, other) = (catalogue.Colleges[0], catalogue.Colleges[1]);
        var office = catalogue.Office;
        return
        [
            Person(Roles.Employer, "Lena Castellan", "lena.castellan@kestrel-quay.example", first.Key, first.Name),
            new Caller(IdOf(GraduateEmail), Roles.Graduate, GraduateName, GraduateEmail, null, null),
            Person(Roles.Coordinator, "Samir Haddad", "samir.haddad@lotus-causeway.example", college.Key, college.Name),
            Person(Roles.Office, "Ines Falk", "ines.falk@programme-office.example", office.Key, office.Name),
            Person(Roles.Employer, "苏晚晴", "su.wanqing@jingyuwan.example", second.Key, second.Name),
            Person(Roles.Coordinator, "Nandi Mokoena", "nandi.mokoena@protea-ridge.example", other.Key, other.Name),
        ];
    }

    static Caller Person(string role, string name, string email, string key, string organisation) => new(
        IdOf(email), role, name, email, IdOf(key), organisation,
        role == Roles.Office ? MemberRoles.Administrator : MemberRoles.Owner, OrganisationVerified: true);

    sealed record DemoAccount(string Role, string Email, string Password, string Token);
}
