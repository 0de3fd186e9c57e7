using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Talent.Contracts.Graduates;

namespace Talent.Graduates.Features.Cv;

/// <summary>Writes a profile as JSON Resume 1.0.0. What the format has no member for stands in members named
/// <see cref="Own"/>, which it allows.</summary>
static class JsonResumeWriter
{
    /// <summary>The name of the members that are ours.</summary>
    public const string Own = "x-talent";

    const string Schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A file to keep, not a part of a page: names are readable in any script.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(Graduate graduate)
    {
        var resume = Some(
            ("$schema", Schema),
            ("basics", Some(
                ("name", graduate.Name), ("label", graduate.Occupations.FirstOrDefault()?.Text), ("email", graduate.Email),
                ("location", Some(("city", graduate.City), ("countryCode", graduate.Country))))),
            ("work", List(graduate.Experience, Work)),
            ("education", List(graduate.Education, Education)),
            ("certificates", List(graduate.Certificates, Certificate)),
            ("skills", List(graduate.Skills, skill => Some(
                ("name", skill.Skill.Text), ("level", CvLevels.SkillWord(skill.Level))))),
            ("languages", List(graduate.Languages, spoken => Some(
                ("language", CvLevels.LanguageName(spoken.Language)),
                ("fluency", CvLevels.LanguageWord(spoken.Scale, spoken.Level))))),
            ("meta", Meta(graduate)));
        return JsonSerializer.SerializeToUtf8Bytes(resume, Format);
    }

    static JsonObject Work(ExperienceInput work) => Some(
        ("name", work.Employer), ("position", work.Title), ("startDate", Date(work.From, work.FromPrecision)),
        ("endDate", Date(work.To, work.ToPrecision)), ("summary", work.Description));

    static JsonObject Education(EducationInput education) => Some(
        ("institution", education.Institution), ("area", education.Programme ?? education.Field),
        ("studyType", education.Isced is { } isced ? CvLevels.EducationWord(isced) : null),
        ("startDate", Date(education.From, education.FromPrecision)),
        ("endDate", Date(education.To, education.ToPrecision)),
        (Own, education.Field is null ? null : Some(("programme", education.Programme), ("field", education.Field))));

    static JsonObject Certificate(Certificate held) => Some(
        ("name", CertificateName.Of(held)),
        (Own, Some(("scheme", held.Scheme), ("field", held.Field), ("level", held.Level))));

    static JsonObject Meta(Graduate graduate) => Some(
        ("version", "v1.0.0"),
        ("lastModified", graduate.UpdatedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        (Own, JsonSerializer.SerializeToNode(new GraduateInput
        {
            Nationality = graduate.Nationality,
            Zone = graduate.Zone,
            ExperienceMonths = graduate.ExperienceMonths,
            WorkPermits = graduate.WorkPermits,
            Preferences = new PreferencesInput(
                graduate.Modes, graduate.Countries, graduate.Contracts, graduate.MinPay, graduate.Currency,
                graduate.StartsFrom, [.. graduate.Occupations.Select(occupation => occupation.Text)]),
            Availability = new AvailabilityInput(Hours: graduate.Hours),
        }, Format)));

    // The format knows the years 1000 to 2999.
    static string? Date(DateOnly? date, string? precision) =>
        date is { Year: >= 1000 and <= 2999 } ? PartialDate.Of(date, precision).ToString() : null;

    static JsonArray? List<T>(IReadOnlyList<T> items, Func<T, JsonObject> write) =>
        items.Count == 0 ? null : new JsonArray([.. items.Select(item => (JsonNode)write(item))]);

    static JsonObject Some(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null)
            .Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
