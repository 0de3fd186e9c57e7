using Talent.Contracts.Graduates;

namespace Talent.Web.Forms;

/// <summary>Between a graduate's profile and the form that writes it. What the form does not ask (education,
/// certificates, experience) is kept as it is.</summary>
internal static class ProfileForm
{
    // The commas and semicolons of every language of the pages; the last two are the Arabic ones.
    static readonly char[] ListSeparators = [',', ';', '，', '；', '、', '\u060C', '\u061B'];

    public static FormValues Fill(Graduate graduate)
    {
        var form = new FormValues
        {
            ["name"] = graduate.Name, ["country"] = graduate.Country, ["city"] = graduate.City,
            ["zone"] = graduate.Zone, ["nationality"] = graduate.Nationality, ["visibility"] = graduate.Visibility,
            ["preferences.currency"] = graduate.Currency, ["availability.hours"] = graduate.Hours,
            ["preferences.occupations"] = string.Join(", ", graduate.Occupations.Select(occupation => occupation.Text)),
        };
        form.Set("workPermits", graduate.WorkPermits);
        form.Set("preferences.modes", graduate.Modes);
        form.Set("preferences.countries", graduate.Countries);
        form.Set("preferences.contracts", graduate.Contracts);
        form.Set("preferences.minPay", graduate.MinPay);
        form.Set("preferences.startsFrom", graduate.StartsFrom);
        foreach (var (index, spoken) in graduate.Languages.Index())
        {
            form[$"languages[{index}].language"] = spoken.Language;
            form[$"languages[{index}].level"] = $"{spoken.Scale}:{spoken.Level}";
            form[$"languages[{index}].evidence"] = spoken.Verified ? "certificate" : "self";
        }
        foreach (var (index, skill) in graduate.Skills.Index())
        {
            form[$"skills[{index}].skill"] = skill.Skill.Text;
            form.Set($"skills[{index}].level", skill.Level);
            form[$"skills[{index}].evidence"] = skill.Evidence;
        }
        return form;
    }

    /// <param name="known">The profile as it stands; null for a first one.</param>
    public static GraduateInput Read(FormValues form, Graduate? known) => new()
    {
        ExternalId = known?.ExternalId,
        Name = form["name"],
        Email = known?.Email,
        Country = form["country"],
        City = form["city"],
        Zone = form["zone"],
        Nationality = form["nationality"],
        Languages = [.. form.Each("languages", "language").Select(at => Language(form, at))],
        Education = known?.Education,
        Skills = [.. form.Each("skills", "skill").Select(at =>
            new SkillInput(form[$"{at}.skill"], form.Number($"{at}.level"), form[$"{at}.evidence"]))],
        Certificates = known?.Certificates.Select(held => new CertificateInput(held.Scheme, held.Field, held.Level)).ToArray(),
        Experience = known?.Experience,
        ExperienceMonths = known?.ExperienceMonths,
        WorkPermits = form.All("workPermits"),
        Preferences = new PreferencesInput(form.All("preferences.modes"), form.All("preferences.countries"),
            form.All("preferences.contracts"), form.Amount("preferences.minPay"), form["preferences.currency"],
            form.Date("preferences.startsFrom"),
            (form["preferences.occupations"] ?? "").Split(
                ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        Availability = new AvailabilityInput(form["zone"], form["availability.hours"]),
        Visibility = form["visibility"],
    };

    static LanguageInput Language(FormValues form, string at)
    {
        var level = (form[$"{at}.level"] ?? ":").Split(':', 2);
        return new LanguageInput(form[$"{at}.language"], level[0], level[^1], form[$"{at}.evidence"]);
    }
}
