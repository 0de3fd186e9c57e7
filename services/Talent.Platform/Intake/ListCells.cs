using System.Globalization;
using System.Text.RegularExpressions;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Platform.Reference;

namespace Talent.Platform.Intake;

/// <summary>Reads cells that hold lists: items separated by <c>;</c>, parts of an item by <c>:</c>, a demand that must
/// be met ends with <c>!</c>; the full-width signs <c>；：！</c> mean the same. A wrong item is reported and the others
/// are still read. An empty cell gives null.</summary>
public static partial class ListCells
{
    /// <summary>Most items of one list.</summary>
    public const int MaxItems = 60;

    const int MaxNameLength = 200;
    const RegexOptions Exact = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Skills asked for: <c>PLC programming:3!;Robot welding:2</c>. The level, 1 to 4, may be missing; a colon
    /// not followed by a number belongs to the name.</summary>
    public static Parsed<IReadOnlyList<SkillDemand>?> SkillDemands(string column, string? text) =>
        Items(column, text, (item, errors) => Skill(column, item, errors) is { Name: { } name } found
            ? new SkillDemand(name, found.Level, Importance(found.Required))
            : null);

    /// <summary>Skills claimed, written like those asked for; a <c>!</c> means nothing here.</summary>
    public static Parsed<IReadOnlyList<SkillInput>?> Skills(string column, string? text) =>
        Items(column, text, (item, errors) => Skill(column, item, errors) is { Name: { } name } found
            ? new SkillInput(name, found.Level)
            : null);

    /// <summary>Certificates asked for: <c>brics-skills-passport/industrial-robotics:2!</c>. Field and level, 1 to 5,
    /// may be missing.</summary>
    public static Parsed<IReadOnlyList<CertificateDemand>?> CertificateDemands(string column, string? text) =>
        Items(column, text, (item, errors) => Certificate(column, item, errors) is { } found
            ? new CertificateDemand(found.Scheme, found.Field, found.Level, Importance(found.Required))
            : null);

    /// <summary>Certificates held, written like those asked for.</summary>
    public static Parsed<IReadOnlyList<CertificateInput>?> Certificates(string column, string? text) =>
        Items(column, text, (item, errors) => Certificate(column, item, errors) is { } found
            ? new CertificateInput(found.Scheme, found.Field, found.Level)
            : null);

    /// <summary>Languages asked for: <c>zh:HSK3!;en:B1</c>. Codes or names; <c>native</c> and <c>母语</c> mean
    /// C2.</summary>
    public static Parsed<IReadOnlyList<LanguageDemand>?> LanguageDemands(string column, string? text) =>
        Items(column, text, (item, errors) => SpokenLanguage(column, item, errors) is { } found
            ? new LanguageDemand(found.Language, found.Level.Scale, found.Level.Level, Importance(found.Required))
            : null);

    /// <summary>Languages spoken: <c>zh:HSK3;en:B1</c>.</summary>
    public static Parsed<IReadOnlyList<LanguageInput>?> LanguagesSpoken(string column, string? text) =>
        Items(column, text, (item, errors) => SpokenLanguage(column, item, errors) is { } found
            ? new LanguageInput(found.Language, found.Level.Scale, found.Level.Level)
            : null);

    /// <summary>Countries as ISO 3166-1 alpha-2, each once: <c>MY;越南</c>. Commas separate, too.</summary>
    public static Parsed<IReadOnlyList<string>?> Countries(string column, string? text) =>
        // A name may hold a comma (Hong Kong, China): such a cell is taken whole before it is split.
        Reference.Countries.Resolve(text) is { } whole
            ? new([whole])
            : Values(column, text?.Replace(',', ';').Replace('，', ';').Replace('、', ';'), CellParsers.Country);

    /// <summary>Values of a closed set, each once: <c>remote;hybrid</c>.</summary>
    public static Parsed<IReadOnlyList<string>?> Options(string column, string? text, OptionSet options) =>
        Values(column, text, (name, item) => CellParsers.Option(name, item, options));

    /// <summary>An education asked for or held: an ISCED 2011 level 0 to 8 or a word for it (<c>bachelor</c>,
    /// <c>本科</c>), with an optional field: <c>6:Mechanical engineering</c>.</summary>
    public static Parsed<EducationDemand?> Education(string column, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new((EducationDemand?)null);
        var parts = text.Replace('：', ':').Split(':', 2, StringSplitOptions.TrimEntries);
        var word = IscedPrefix().Replace(parts[0], "");
        var field = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
        return OptionSet.IscedLevels.Find(word) is { } level
            ? new(new EducationDemand(int.Parse(level, CultureInfo.InvariantCulture), field))
            : new(null, IntakeErrors.BadEducation(column, text));
    }

    static Parsed<IReadOnlyList<string>?> Values(
        string column, string? text, Func<string, string, Parsed<string?>> parse)
    {
        var parsed = Items(column, text, (item, errors) => parse(column, item).Into(errors));
        return parsed with { Value = parsed.Value?.Distinct(StringComparer.Ordinal).ToArray() };
    }

    static Parsed<IReadOnlyList<T>?> Items<T>(string column, string? text, Func<string, List<RowError>, T?> parse)
        where T : class
    {
        var items = (text ?? "").Replace('；', ';')
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (items.Length == 0)
            return new((IReadOnlyList<T>?)null);
        if (items.Length > MaxItems)
            return new(null, IntakeErrors.TooManyItems(column, MaxItems, items.Length));
        var errors = new List<RowError>();
        var values = items.Select(item => parse(item, errors)).OfType<T>().ToArray();
        return new(values, errors);
    }

    static (string? Name, int? Level, bool Required) Skill(string column, string item, List<RowError> errors)
    {
        var (name, level, required) = Split(item);
        if (name.Length == 0 || name.Length > MaxNameLength)
            errors.Add(name.Length == 0
                ? IntakeErrors.BadSkill(column, item)
                : IntakeErrors.TooLong(column, MaxNameLength, name.Length));
        else if (level is < 1 or > 4)
            errors.Add(IntakeErrors.LevelOutOfRange(column, item, 1, 4));
        else
            return (name, level, required);
        return default;
    }

    static (string Scheme, string? Field, int? Level, bool Required)? Certificate(
        string column, string item, List<RowError> errors)
    {
        var (name, level, required) = Split(item);
        var match = SchemeAndField().Match(name.ToLowerInvariant());
        if (!match.Success)
            errors.Add(IntakeErrors.BadCertificate(column, item));
        else if (level is < 1 or > 5)
            errors.Add(IntakeErrors.LevelOutOfRange(column, item, 1, 5));
        else
            return (match.Groups["scheme"].Value, match.Groups["field"] is { Success: true } field ? field.Value : null,
                level, required);
        return null;
    }

    static (string Language, ScaleLevel Level, bool Required)? SpokenLanguage(
        string column, string item, List<RowError> errors)
    {
        var required = item[^1] is '!' or '！';
        var parts = item.TrimEnd('!', '！').Replace('：', ':').Split(':', 2, StringSplitOptions.TrimEntries);
        var language = CellParsers.Language(column, parts[0]).Into(errors);
        if (language is null)
        {
            if (parts[0].Length == 0)
                errors.Add(IntakeErrors.BadLanguageLevel(column, item));
            return null;
        }
        if (Level(parts.Length > 1 ? parts[1] : null) is not { } level)
            errors.Add(IntakeErrors.BadLanguageLevel(column, item));
        else if (!LanguageScales.Measures(level.Scale, language))
            errors.Add(IntakeErrors.ScaleNotForLanguage(column, item));
        else
            return (language, level, required);
        return null;
    }

    static ScaleLevel? Level(string? text) =>
        text is not null && (text.Equals("native", StringComparison.OrdinalIgnoreCase) || text is "母语")
            ? LanguageScales.Parse("C2")
            : LanguageScales.Parse(text);

    static (string Name, int? Level, bool Required) Split(string item)
    {
        var required = item[^1] is '!' or '！';
        var rest = item.TrimEnd('!', '！', ' ');
        var match = NameAndLevel().Match(rest);
        if (!match.Success)
            return (rest.TrimEnd(':', '：', ' '), null, required);
        // A level of more digits than an int holds is out of range all the same.
        var level = int.TryParse(match.Groups["level"].ValueSpan, NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        return (match.Groups["name"].Value.Trim(), level, required);
    }

    static string Importance(bool required) => required ? "required" : "preferred";

    [GeneratedRegex(@"^(?<name>.*)[:：]\s*(?<level>-?[0-9]+)$",
        Exact | RegexOptions.Singleline, 1000)]
    private static partial Regex NameAndLevel();

    [GeneratedRegex("^(?<scheme>[a-z0-9][a-z0-9-]{0,99})(/(?<field>[a-z0-9][a-z0-9-]{0,99}))?$",
        Exact, 1000)]
    private static partial Regex SchemeAndField();

    [GeneratedRegex(@"^\s*ISCED[\s-]*", Exact | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex IscedPrefix();
}
