using Talent.Identity.Passwords;
using Talent.Identity.SigningIn;
using Talent.Identity.Texts;
using Talent.Platform.Http;
using Talent.Platform.Reference;
using Talent.Platform.Texts;

namespace Talent.Identity.Features.Accounts;

/// <summary>What a person says of themselves, checked; what is wrong with it is added up.</summary>
sealed class PersonRules
{
    const int LongestName = 200;

    public List<FieldProblem> Wrong { get; } = [];

    public string Email(string path, string? value)
    {
        var email = value?.Trim() ?? "";
        if (email.Length == 0)
            Missing(path);
        else if (!Emails.IsAddress(email))
            Wrong.Add(new FieldProblem(path, "not-an-address", IdentityTexts.Format("Not_an_address")));
        return email;
    }

    public string Text(string path, string? value, int longest = LongestName)
    {
        var text = string.Concat((value ?? "").Where(sign => !char.IsControl(sign))).Trim();
        if (text.Length == 0)
            Missing(path);
        else if (text.Length > longest)
            Wrong.Add(new FieldProblem(path, "too-long", IdentityTexts.Format("Too_long", longest)));
        return text;
    }

    public void Password(string path, string? password, string? email, string? name, PasswordRules rules)
    {
        if (rules.Check(path, password, email, name) is { } problem)
            Wrong.Add(problem);
    }

    /// <summary>One of the platform's languages.</summary>
    public string Language(string path, string? value)
    {
        if (value is null)
            return TextLanguage.Current.Code;
        if (TextLanguage.Find(value) is null)
            Unknown(path, value, [.. TextLanguage.All.Select(language => language.Code)]);
        return value;
    }

    /// <summary>An IANA time zone; without one, UTC.</summary>
    public string Zone(string path, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return "Etc/UTC";
        if (Zones.Resolve(value.Trim()) is { } id)
            return id;
        Unknown(path, value, [.. Zones.Suggest(value)]);
        return value;
    }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country(string path, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            Missing(path);
        else if (Countries.Resolve(value) is { } code)
            return code;
        else
            Unknown(path, value, [.. Countries.Suggest(value)]);
        return "";
    }

    public string OneOf(string path, string? value, IReadOnlyList<string> options)
    {
        if (string.IsNullOrEmpty(value))
            Missing(path);
        else if (!options.Contains(value, StringComparer.Ordinal))
            Unknown(path, value, options);
        return value ?? "";
    }

    void Missing(string path) => Wrong.Add(new FieldProblem(path, "missing", IdentityTexts.Format("Missing")));

    void Unknown(string path, string value, IReadOnlyList<string> options) => Wrong.Add(new FieldProblem(
        path, "unknown-option",
        IdentityTexts.Format("Not_one_of", value.Length > 80 ? value[..80] : value, string.Join(", ", options)), options));
}
