using System.Text.Json;
using Talent.Contracts.Graduates;

namespace Talent.Graduates.Features.Cv;

/// <summary>Reads JSON Resume (https://jsonresume.org/schema, version 1.0.0), and the members that
/// <see cref="JsonResumeWriter"/> adds to it.</summary>
static class JsonResumeReader
{
    static readonly string[] Sections = ["basics", "work", "education", "skills", "languages", "certificates"];
    static readonly string[] UnusedBasics = ["image", "phone", "url", "summary", "profiles"];
    static readonly string[] UnusedSections =
        ["volunteer", "awards", "publications", "interests", "references", "projects"];

    /// <summary>True when the document has a section that a CV of this format has.</summary>
    public static bool IsOne(JsonElement root) =>
        Array.Exists(Sections, section => root.TryGetProperty(section, out _));

    public static CvDraft Read(JsonElement root)
    {
        var cv = new CvDraft("json-resume");
        if (Member(root, "basics") is { } basics)
            Basics(basics, cv);
        foreach (var work in Items(root, "work"))
            cv.Worked(Text(work, "position"), Text(work, "name"), Date(cv, "experience", work, "startDate"),
                Date(cv, "experience", work, "endDate"), Description(work));
        foreach (var education in Items(root, "education"))
            Education(education, cv);
        foreach (var certificate in Items(root, "certificates"))
            Certificate(certificate, cv);
        foreach (var skill in Items(root, "skills"))
            Skill(skill, cv);
        foreach (var language in Items(root, "languages"))
            cv.Speaks(Text(language, "language"), Text(language, "fluency"));
        foreach (var section in UnusedSections.Where(section => HasContent(root, section)))
            cv.LeaveOut(section);
        if (Member(root, "meta") is { } meta && Member(meta, JsonResumeWriter.Own) is { } own)
            Own(own, cv);
        return cv;
    }

    static void Basics(JsonElement basics, CvDraft cv)
    {
        cv.Name = Text(basics, "name");
        if (Text(basics, "label") is { } label)
            cv.Occupations.Add(label);
        if (Member(basics, "location") is { } location)
        {
            cv.City = Text(location, "city");
            cv.ResidesIn(Text(location, "countryCode"));
            if (HasContent(location, "address") || HasContent(location, "postalCode"))
                cv.LeaveOut("basics.location.address");
        }
        foreach (var member in UnusedBasics.Where(member => HasContent(basics, member)))
            cv.LeaveOut("basics." + member);
    }

    static void Education(JsonElement education, CvDraft cv)
    {
        var studyType = Text(education, "studyType");
        var (isced, whole) = CvLevels.OfEducation(studyType);
        var area = Text(education, "area");
        // A degree's own name says more than its level: it stays, beside what was studied.
        var programme = whole ? area : string.Join(", ", new[] { studyType, area }.Where(part => part is not null));
        var own = Member(education, JsonResumeWriter.Own);
        cv.Studied(
            new EducationInput(
                Text(education, "institution"), own is { } exact ? Text(exact, "programme") : programme, isced,
                own is { } more ? Text(more, "field") : null),
            Date(cv, "education", education, "startDate"), Date(cv, "education", education, "endDate"));
    }

    static void Certificate(JsonElement certificate, CvDraft cv)
    {
        if (Member(certificate, JsonResumeWriter.Own) is { } own && Text(own, "scheme") is { } scheme)
            cv.Holds(new CertificateInput(scheme, Text(own, "field"),
                Member(own, "level") is { ValueKind: JsonValueKind.Number } level && level.TryGetInt32(out var number)
                    ? number : null));
        else if (Text(certificate, "name") is { } name)
            cv.OtherCertificates.Add(name);
    }

    static void Skill(JsonElement skill, CvDraft cv)
    {
        var level = Text(skill, "level");
        cv.Can(Text(skill, "name"), level);
        if (Member(skill, "keywords") is not { ValueKind: JsonValueKind.Array } keywords)
            return;
        foreach (var keyword in keywords.EnumerateArray())
            cv.Can(TextOf(keyword), level);
    }

    static void Own(JsonElement own, CvDraft cv)
    {
        try
        {
            cv.Own = own.Deserialize<GraduateInput>(JsonSerializerOptions.Web);
            cv.IsCitizenOf(cv.Own?.Nationality);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            cv.LeaveOut("meta." + JsonResumeWriter.Own);
        }
    }

    static string? Description(JsonElement work)
    {
        var highlights = Member(work, "highlights") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(TextOf).OfType<string>().Select(highlight => "• " + highlight) : [];
        var lines = new[] { Text(work, "summary") }.OfType<string>().Concat(highlights).ToArray();
        return lines.Length == 0 ? null : string.Join('\n', lines);
    }

    static PartialDate? Date(CvDraft cv, string column, JsonElement element, string name) =>
        Text(element, name) is { } text && !text.Equals("present", StringComparison.OrdinalIgnoreCase)
            ? cv.Date(column, text) : null;

    static IEnumerable<JsonElement> Items(JsonElement root, string section) =>
        Member(root, section) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    static bool HasContent(JsonElement element, string name) => Member(element, name) switch
    {
        { ValueKind: JsonValueKind.String } text => TextOf(text) is not null,
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() > 0,
        _ => false,
    };

    static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null ? value : null;

    static string? Text(JsonElement element, string name) => Member(element, name) is { } value ? TextOf(value) : null;

    static string? TextOf(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return null;
        try
        {
            var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: no text.
            return null;
        }
    }
}
