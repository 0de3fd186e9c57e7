using System.Globalization;
using Talent.Contracts.Graduates;
using Talent.Platform.Intake;
using Talent.Platform.Reference;
using Talent.Taxonomy;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Graduates.Features.Cv;

/// <summary>What a CV says, gathered while it is read: within a profile's limits, with a note on each thing that was not
/// taken as it stands.</summary>
/// <param name="Format">As in <see cref="CvReading"/>.</param>
sealed record CvDraft(string Format)
{
    public const int LongestName = 200;
    const int LongestDescription = 4000;
    const string LevelWhenNoneIsStated = "B1";

    readonly List<LanguageInput> languages = [];
    readonly List<EducationInput> education = [];
    readonly List<SkillInput> skills = [];
    readonly List<CertificateInput> certificates = [];
    readonly List<ExperienceInput> experience = [];
    readonly SortedSet<string> leftOut = new(StringComparer.Ordinal);
    readonly List<RowError> notes = [];
    readonly Dictionary<string, int> dropped = new(StringComparer.Ordinal);

    public string? Name { get; set; }
    public string? Country { get; private set; }
    public string? City { get; set; }
    public string? Nationality { get; private set; }
    public List<string> Occupations { get; } = [];
    /// <summary>What only this platform's own export carries: preferences, zone, permits.</summary>
    public GraduateInput? Own { get; set; }
    /// <summary>Certificates that are no scheme of the platform, as they stand.</summary>
    public List<string> OtherCertificates { get; } = [];
    public IReadOnlyList<LanguageInput> Languages => languages;
    public IReadOnlyList<EducationInput> Education => education;
    public IReadOnlyList<SkillInput> Skills => skills;
    public IReadOnlyList<CertificateInput> Certificates => certificates;
    public IReadOnlyList<ExperienceInput> Experience => experience;

    public IReadOnlyList<RowError> Notes => leftOut.Count == 0
        ? notes
        : [.. notes, IntakeErrors.LeftOut(string.Join(", ", leftOut))];

    public void Note(RowError note)
    {
        if (!notes.Contains(note))
            notes.Add(note.Quotable());
    }

    /// <summary>A part that a profile has no place for.</summary>
    public void LeaveOut(string part) => leftOut.Add(part);

    /// <summary>The text, cut where a profile's text ends; null when there is none.</summary>
    public string? Text(string column, string? value, int most = LongestName)
    {
        var text = new InputChecks([]).Text(column, value, int.MaxValue);
        if (text is null || text.Length <= most)
            return text;
        Note(IntakeErrors.Shortened(column, most, text.Length));
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();
    }

    public void ResidesIn(string? country) => Country = CountryOf("country", country) ?? Country;

    public void IsCitizenOf(string? country) => Nationality ??= CountryOf("nationality", country);

    string? CountryOf(string column, string? country)
    {
        // Europass writes these two as the European Union does, not as ISO 3166-1.
        var code = country?.Trim().ToUpperInvariant() switch { "UK" => "GB", "EL" => "GR", _ => country };
        return CellParsers.Country(column, code).Into(notes);
    }

    /// <param name="language">A code or a name.</param>
    /// <param name="level">What the CV says of the level, in whatever words.</param>
    public void Speaks(string? language, string? level)
    {
        if (Text("languages", language) is not { } written)
            return;
        if (Platform.Reference.Languages.Resolve(written) is not { } code)
        {
            Note(CellParsers.Language("languages", written).Errors[0]);
            return;
        }
        var (found, certain) = CvLevels.OfLanguage(level);
        var taken = found is { } scale && LanguageScales.Measures(scale.Scale, code)
            ? scale : LanguageScales.Parse(LevelWhenNoneIsStated)!.Value;
        if (!certain || found != taken)
            Note(IntakeErrors.AssumedLevel("languages", $"{written} {level}".Trim(), $"{taken.Scale} {taken.Level}"));
        if (!languages.Exists(other => other.Language == code && other.Scale == taken.Scale))
            Add("languages", languages, new LanguageInput(code, taken.Scale, taken.Level));
    }

    /// <param name="level">What the CV says of the level, in whatever words.</param>
    public void Can(string? skill, string? level)
    {
        if (Text("skills", skill) is not { } written
            || skills.Exists(other => string.Equals(other.Skill, written, StringComparison.OrdinalIgnoreCase)))
            return;
        var found = CvLevels.OfSkill(level);
        if (found is null && !string.IsNullOrWhiteSpace(level))
            Note(IntakeErrors.AssumedLevel("skills", $"{written}: {level}", "2"));
        if (Catalogue.Default.UriOf(written, ConceptKind.Skill) is null)
            Note(IntakeErrors.UnknownSkill(written));
        Add("skills", skills, new SkillInput(written, found));
    }

    public void Studied(EducationInput attended, PartialDate? from, PartialDate? to)
    {
        var taken = attended with
        {
            Institution = Text("institution", attended.Institution),
            Programme = Text("programme", attended.Programme),
            Field = Text("education", attended.Field),
            From = from?.First, FromPrecision = from?.Precision, To = to?.First, ToPrecision = to?.Precision,
        };
        if (taken != new EducationInput(null))
            Add("education", education, taken);
    }

    public void Worked(string? title, string? employer, PartialDate? from, PartialDate? to, string? description)
    {
        var work = new ExperienceInput(
            Text("experience", title) ?? Text("experience", employer), Text("experience", employer), from?.First, to?.First,
            Text("experience", description, LongestDescription), from?.Precision, to?.Precision);
        if (work.Title is not null)
            Add("experience", experience, work);
    }

    public void Holds(CertificateInput certificate) => Add("certificates", certificates, certificate);

    /// <summary>A date of the file; one that is none is noted.</summary>
    public PartialDate? Date(string column, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var date = PartialDate.Parse(text);
        if (date is null)
            Note(IntakeErrors.BadDate(column, text.Trim()));
        return date;
    }

    void Add<T>(string column, List<T> list, T item)
    {
        if (list.Count < ListCells.MaxItems)
            list.Add(item);
        else
            dropped[column] = dropped.GetValueOrDefault(column) + 1;
    }

    /// <summary>Notes what lists were too long; called once, after the last item.</summary>
    public CvDraft Finish()
    {
        foreach (var (column, more) in dropped)
            Note(IntakeErrors.ListShortened(column, ListCells.MaxItems, ListCells.MaxItems + more));
        Name = Text("name", Name);
        City = Text("city", City, 100);
        return this;
    }

    /// <summary>Months of work by the periods stated; a period that lasts counts until <paramref name="today"/>.</summary>
    public static int? Months(IReadOnlyList<ExperienceInput> experience, DateOnly today)
    {
        if (experience.Count == 0)
            return null;
        var months = experience.Sum(work => work.From is not { } from ? 0 : Between(from, work.To ?? today));
        return Math.Clamp(months, 0, 600);
    }

    static int Between(DateOnly from, DateOnly to) =>
        Math.Max(0, ((to.Year - from.Year) * 12) + to.Month - from.Month);

    /// <summary>A number in the file's own notation.</summary>
    public static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
