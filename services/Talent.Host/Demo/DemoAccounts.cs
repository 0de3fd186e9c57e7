using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Talent.Platform;
using Talent.Platform.Security;

namespace Talent.Host.Demo;

/// <summary>The people one can sign in as until accounts exist: one of each role, and a second enterprise and college to
/// see that organisations are kept apart. Their ids follow from their names and never change.</summary>
public static class DemoAccounts
{
    internal const string GraduateName = "Mariam Fathy";
    internal const string GraduateEmail = "mariam.fathy@example.org";
    const string FileName = "demo-accounts.json";

    static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>The demo people; the first of a role is its main one.</summary>
    public static IReadOnlyList<Caller> People { get; } = CreatePeople();

    /// <summary>Who uploads for an organisation: its demo person, else a nameless recruiter or coordinator.</summary>
    public static Caller UploaderOf(string role, string key, string organisation) =>
        People.FirstOrDefault(person => person.OrganisationId == IdOf(key))
        ?? Person(role, role == Roles.Employer ? "Recruiting" : "Registry", "office@" + key + ".example", key, organisation);

    /// <summary>Writes <c>demo-accounts.json</c>, readable by the owner alone, with tokens good for a day.</summary>
    /// <returns>The people with their tokens.</returns>
    public static IReadOnlyList<(Caller Person, string Token)> Write(WebApplication app)
    {
        var tokens = app.Services.GetRequiredService<AccessTokens>();
        var people = People.Select(person => (Person: person, Token: tokens.Issue(person, TimeSpan.FromDays(1)))).ToArray();
        var accounts = people.Select(one => new DemoAccount(one.Person.Role, one.Person.Email, null, one.Token)).ToArray();
        var path = Path.Combine(DataFolder.Path(app.Configuration), FileName);
        // Moved into place: whoever reads it meanwhile finds the old or the new one, whole.
        var fresh = $"{path}.{Environment.ProcessId}";
        using (var file = new FileStream(fresh, OwnerOnly()))
            JsonSerializer.Serialize(file, accounts, Options);
        File.Move(fresh, path, overwrite: true);
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

    static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

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

    static Caller Person(string role, string name, string email, string key, string organisation) =>
        new(IdOf(email), role, name, email, IdOf(key), organisation, OrganisationVerified: true);

    sealed record DemoAccount(string Role, string Email, string? Password, string Token);
}
