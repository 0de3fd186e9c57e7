using Talent.Contracts.Graduates;

namespace Talent.Web.Forms;

/// <summary>Between a graduate's profile and the form that writes it. What the form does not ask (what a
/// college enrolled, certificates) is kept as it is.</summary>
internal static class ProfileForm
{
    // The commas and semicolons of every language of the pages; the last two are the Arabic ones.
    static readonly char[] ListSeparators = [',', ';', '，', '；', '、', '\u060C', '\u061B'];

    public static FormValues Fill(Graduate known) => Fill(new GraduateInput
    {
        Name = known.Name, Country = known.Country, City = known.City, Zone = known.Zone, Nationality = known.Nationality,
        Visibility = known.Visibility, ExperienceMonths = known.ExperienceMonths, WorkPermits = known.WorkPermits,
        Education = known.Education, Experience = known.Experience,
        Languages = [.. known.Languages.Select(spoken => new LanguageInput(
            spoken.Language, spoken.Scale, spoken.Level, spoken.Verified ? "certificate" : null))],
        Skills = [.. known.Skills.Select(skill => new SkillInput(skill.Skill.Text, skill.Level, skill.Evidence))],
        Preferences = new PreferencesInput(known.Modes, known.Countries, known.Contracts, known.MinPay, known.Currency,
            known.StartsFrom, [.. known.Occupations.Select(occupation => occupation.Text)]),
        Availability = new AvailabilityInput(Hours: known.Hours),
    });

    public static FormValues Fill(GraduateInput input)
    {
        var wishes = input.Preferences ?? new PreferencesInput();
        var form = new FormValues
        {
            ["name"] = input.Name, ["country"] = input.Country, ["city"] = input.City, ["zone"] = input.Zone,
            ["nationality"] = input.Nationality, ["visibility"] = input.Visibility,
            ["preferences.currency"] = wishes.Currency, ["availability.hours"] = input.Availability?.Hours,
            ["preferences.occupations"] = wishes.Occupations is { Count: > 0 } wished ? string.Join(", ", wished) : null,
        };
        form.Set("experienceMonths", input.ExperienceMonths);
        form.Set("workPermits", input.WorkPermits ?? []);
        form.Set("preferences.modes", wishes.Modes ?? []);
        form.Set("preferences.countries", wishes.Countries ?? []);
        form.Set("preferences.contracts", wishes.Contracts ?? []);
        form.Set("preferences.minPay", wishes.MinPay);
        form.Set("preferences.startsFrom", wishes.StartsFrom);
        FillAbilities(form, input);
        FillPast(form, input);
        return form;
    }

    static void FillAbilities(FormValues form, GraduateInput input)
    {
        foreach (var (index, spoken) in (input.Languages ?? []).Index())
        {
            form[$"languages[{index}].language"] = spoken.Language;
            form[$"languages[{index}].level"] = $"{spoken.Scale}:{spoken.Level}";
            form[$"languages[{index}].evidence"] = spoken.Evidence ?? "self";
        }
        foreach (var (index, skill) in (input.Skills ?? []).Index())
        {
            form[$"skills[{index}].skill"] = skill.Skill;
            form.Set($"skills[{index}].level", skill.Level);
            form[$"skills[{index}].evidence"] = skill.Evidence ?? "self";
        }
    }

    static void FillPast(FormValues form, GraduateInput input)
    {
        foreach (var (index, education) in (input.Education ?? []).Where(education => education.Cohort is null).Index())
        {
            form[$"education[{index}].institution"] = education.Institution;
            form[$"education[{index}].programme"] = education.Programme;
            form[$"education[{index}].field"] = education.Field;
            form.Set($"education[{index}].isced", education.Isced);
            form[$"education[{index}].from"] = PartialDate.Of(education.From, education.FromPrecision)?.ToString();
            form[$"education[{index}].to"] = PartialDate.Of(education.To, education.ToPrecision)?.ToString();
        }
        foreach (var (index, work) in (input.Experience ?? []).Index())
        {
            form[$"experience[{index}].title"] = work.Title;
            form[$"experience[{index}].employer"] = work.Employer;
            form[$"experience[{index}].from"] = PartialDate.Of(work.From, work.FromPrecision)?.ToString();
            form[$"experience[{index}].to"] = PartialDate.Of(work.To, work.ToPrecision)?.ToString();
            form[$"experience[{index}].description"] = work.Description;
        }
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
        Education = [.. (known?.Education ?? []).Where(education => education.Cohort is not null),
            .. form.Each("education", "institution", "programme", "field", "isced", "from", "to").Select(at => Education(form, at))],
        Skills = [.. form.Each("skills", "skill").Select(at =>
            new SkillInput(form[$"{at}.skill"], form.Number($"{at}.level"), form[$"{at}.evidence"]))],
        Certificates = known?.Certificates.Select(held => new CertificateInput(held.Scheme, held.Field, held.Level)).ToArray(),
        Experience = [.. form.Each("experience", "title", "employer", "from", "to", "description").Select(at => Work(form, at))],
        ExperienceMonths = form.Number("experienceMonths"),
        WorkPermits = form.All("workPermits"),
        Preferences = new PreferencesInput(form.All("preferences.modes"), form.All("preferences.countries"),
            form.All("preferences.contracts"), form.Amount("preferences.minPay"), form["preferences.currency"],
            form.Date("preferences.startsFrom"),
            (form["preferences.occupations"] ?? "").Split(
                ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        Availability = new AvailabilityInput(form["zone"], form["availability.hours"]),
        Visibility = form["visibility"],
    };

    static EducationInput Education(FormValues form, string at)
    {
        var (from, to) = (form.Period($"{at}.from"), form.Period($"{at}.to"));
        return new EducationInput(form[$"{at}.institution"], form[$"{at}.programme"], form.Number($"{at}.isced"),
            form[$"{at}.field"], from?.First, to?.First, null, from?.Precision, to?.Precision);
    }

    static ExperienceInput Work(FormValues form, string at)
    {
        var (from, to) = (form.Period($"{at}.from"), form.Period($"{at}.to"));
        return new ExperienceInput(form[$"{at}.title"], form[$"{at}.employer"], from?.First, to?.First,
            form[$"{at}.description"], from?.Precision, to?.Precision);
    }

    static LanguageInput Language(FormValues form, string at)
    {
        var level = (form[$"{at}.level"] ?? ":").Split(':', 2);
        return new LanguageInput(form[$"{at}.language"], level[0], level[^1], form[$"{at}.evidence"]);
    }
}
