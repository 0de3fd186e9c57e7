using System.Globalization;
using Talent.Contracts.Graduates;

namespace Talent.Matching.Ranking;

/// <summary>The parts of a profile that rules and features read. Each rule and each feature reads exactly one, so its
/// result can be looked up by the part's number instead of being computed for every graduate.</summary>
internal enum Aspect
{
    WorkRight,
    CountryWish,
    Residence,
    Modes,
    Contracts,
    Hours,
    Languages,
    Certificates,
    Education,
    Start,
    Occupations,
    Fields,
    Experience,
    Pay,
}

/// <summary>Where a graduate may work without anybody's help.</summary>
internal sealed record WorkRight(string Nationality, ValueList<string> Permits)
{
    public bool Covers(string country) =>
        string.Equals(Nationality, country, StringComparison.Ordinal) || Permits.Contains(country);
}

/// <summary>Local working hours as minutes of the day; <paramref name="To"/> may pass midnight (up to 2,880).</summary>
internal sealed record WorkingHours(ClockZone Zone, int From, int To)
{
    /// <summary>Reads <c>HH:mm-HH:mm</c>; what cannot be read counts as 09:00–18:00.</summary>
    public static WorkingHours Parse(string zoneId, string hours)
    {
        var zone = ClockZone.Of(zoneId);
        var parts = hours.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !TryMinutes(parts[0], out var from) || !TryMinutes(parts[1], out var to))
            return new WorkingHours(zone, 9 * 60, 18 * 60);
        return new WorkingHours(zone, from, to <= from ? to + (24 * 60) : to);
    }

    static bool TryMinutes(string text, out int minutes)
    {
        var read = TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        minutes = (time.Hour * 60) + time.Minute;
        return read;
    }
}

/// <summary>A language that a graduate speaks.</summary>
/// <param name="Language">From <see cref="Demands.LanguageCode"/>.</param>
/// <param name="Rank">1 to 6.</param>
internal readonly record struct SpokenLanguage(string Language, int Rank, string Scale, string Level);

/// <summary>When the graduate can start; null: at any time.</summary>
internal readonly record struct StartWish(DateOnly? From);

/// <summary>The least monthly pay that the graduate accepts; null: not said.</summary>
internal readonly record struct MinimumPay(decimal? Amount, string? Currency);

/// <summary>What ranking knows of a graduate. No name, contact or account.</summary>
internal sealed class GraduateFacts
{
    static readonly WorkRight NoRight = new("", ValueList<string>.Empty);
    static readonly WorkingHours UsualHours = WorkingHours.Parse("UTC", "");

    public WorkRight WorkRight { get; set; } = NoRight;
    public ValueList<string> Countries { get; set; } = ValueList<string>.Empty;
    public string Country { get; set; } = "";
    public ValueList<string> Modes { get; set; } = ValueList<string>.Empty;
    public ValueList<string> Contracts { get; set; } = ValueList<string>.Empty;
    public WorkingHours Hours { get; set; } = UsualHours;
    public ValueList<SpokenLanguage> Languages { get; set; } = ValueList<SpokenLanguage>.Empty;
    public ValueList<Certificate> Certificates { get; set; } = ValueList<Certificate>.Empty;
    public int Isced { get; set; }
    public DateOnly? StartsFrom { get; set; }
    /// <summary>Occupations wished for or worked in: those of the taxonomy, or folded texts.</summary>
    public ValueList<Occupation> Occupations { get; set; } = ValueList<Occupation>.Empty;
    /// <summary>Folded fields of study, and the taxonomy's fields of the occupations.</summary>
    public ValueList<string> Fields { get; set; } = ValueList<string>.Empty;
    public int ExperienceMonths { get; set; }
    public MinimumPay MinPay { get; set; }
    public ReadOnlyMemory<PackedSkill> Skills { get; set; }

    /// <summary>The graduate's hold of a skill; null when there is none.</summary>
    public PackedSkill? Skill(int ordinal)
    {
        foreach (var skill in Skills.Span)
            if (skill.Number == ordinal) return skill;
        return null;
    }

    /// <param name="number">Gives a skill its number; skills with <see cref="SkillVocabulary.Unknown"/> are left out.</param>
    public static GraduateFacts From(Graduate graduate, Func<Contracts.Jobs.ConceptRef, int> number) => new()
    {
        WorkRight = new WorkRight(graduate.Nationality, ValueList.OfSet(graduate.WorkPermits)),
        Countries = ValueList.OfSet(graduate.Countries),
        Country = graduate.Country,
        Modes = ValueList.OfSet(graduate.Modes),
        Contracts = ValueList.OfSet(graduate.Contracts),
        Hours = WorkingHours.Parse(graduate.Zone, graduate.Hours),
        Languages = LanguagesOf(graduate.Languages),
        Certificates = ValueList.Of(
        [
            .. graduate.Certificates.OrderBy(held => held.Scheme, StringComparer.Ordinal)
                .ThenBy(held => held.Field, StringComparer.Ordinal).ThenBy(held => held.Level).ThenBy(held => held.Verified),
        ]),
        Isced = graduate.Isced,
        StartsFrom = graduate.StartsFrom,
        Occupations = OccupationsOf(graduate),
        Fields = FieldsOf(graduate),
        ExperienceMonths = graduate.ExperienceMonths,
        MinPay = new MinimumPay(graduate.MinPay, graduate.Currency),
        Skills = Pack(graduate.Skills, number),
    };

    /// <summary>In one order and without what ranking does not read, so that more profiles share a list.</summary>
    static ValueList<SpokenLanguage> LanguagesOf(IReadOnlyList<LanguageLevel> languages) => ValueList.Of(
        [
            .. languages.Select(spoken => new SpokenLanguage(
                    Demands.LanguageCode(spoken.Language), spoken.Rank, spoken.Scale, spoken.Level))
                .OrderBy(spoken => spoken.Language, StringComparer.Ordinal).ThenBy(spoken => spoken.Rank),
        ]);

    static ValueList<Occupation> OccupationsOf(Graduate graduate) => ValueList.Of(
        [
            .. ValueList.OfSet(graduate.Occupations.Select(wish => wish.Uri ?? Concepts.Fold(wish.Text))
                    .Concat(graduate.Experience.Select(work => work.Title is null ? null : Concepts.OccupationOf(work.Title))
                        .OfType<string>()))
                .Select(Occupation.Of),
        ]);

    static ValueList<string> FieldsOf(Graduate graduate) => ValueList.OfSet(
        graduate.Education.Select(education => education.Field is null ? null : Concepts.Fold(education.Field))
            .Concat(graduate.Occupations.Select(wish => Concepts.Field(wish.Uri)))
            .OfType<string>());

    static PackedSkill[] Pack(IReadOnlyList<SkillLevel> skills, Func<Contracts.Jobs.ConceptRef, int> number)
    {
        var packed = new SortedDictionary<int, PackedSkill>();
        foreach (var skill in skills)
        {
            var ordinal = number(skill.Skill);
            if (ordinal == SkillVocabulary.Unknown) continue;
            var evidence = EvidenceOf(skill.Evidence);
            var level = Math.Clamp(skill.Level, 1, 4);
            var hold = new PackedSkill(ordinal, level, evidence == Evidence.Self ? 0 : level, evidence);
            packed[ordinal] = packed.TryGetValue(ordinal, out var other) ? other.Merge(hold) : hold;
        }

        return [.. packed.Values];
    }

    static Evidence EvidenceOf(string evidence) => evidence switch
    {
        "assessed" => Evidence.Assessed,
        "contest" => Evidence.Contest,
        "certificate" => Evidence.Certificate,
        _ => Evidence.Self,
    };
}
