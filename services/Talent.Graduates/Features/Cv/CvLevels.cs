using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Talent.Platform.Intake;
using Talent.Platform.Reference;

namespace Talent.Graduates.Features.Cv;

/// <summary>Levels between the words of CVs and the numbers of profiles.</summary>
static partial class CvLevels
{
    static readonly string[] SkillWords = ["Basic", "Independent", "Advanced", "Expert"];

    static readonly string[] Educations =
    [
        "Early childhood education", "Primary education", "Lower secondary education", "Upper secondary education",
        "Post-secondary non-tertiary education", "Short-cycle tertiary education", "Bachelor", "Master", "Doctorate",
    ];

    // The first word found counts: what holds another stands before it.
    static readonly (int Level, string[] Words)[] SkillLevels =
    [
        (4, ["expert", "master", "专家", "精通", "эксперт", "especialista", "experto", "خبير"]),
        (1, ["basic", "beginner", "novice", "elementary", "入门", "初级", "基础", "了解", "начальн", "базов", "básic", "iniciante",
            "principiante", "débutant", "notions", "مبتدئ", "أساسي"]),
        (2, ["independent", "intermedia", "competent", "中级", "熟悉", "独立", "средн", "самостоятельн", "intermedi", "independ",
            "intermédiaire", "autonome", "متوسط", "مستقل"]),
        (3, ["advanced", "proficient", "skilled", "senior", "高级", "熟练", "продвинут", "avançad", "avanzad", "avancé", "confirmé",
            "متقدم"]),
    ];

    static readonly (string Level, bool Certain, string[] Words)[] LanguageLevels =
    [
        ("C2", true, ["native", "mother tongue", "bilingual", "母语", "родной", "nativ", "materna", "langue maternelle", "اللغة الأم",
            "لغة أم"]),
        ("C1", false, ["full professional", "fluent", "advanced", "proficient", "流利", "精通", "свободн", "продвинут", "avançad",
            "avanzad", "fluid", "courant", "avancé", "بطلاقة", "متقدم"]),
        ("B2", false, ["professional working", "upper intermediate", "upper-intermediate", "熟练"]),
        ("A2", false, ["elementary", "pre-intermediate", "初级"]),
        ("B1", false, ["intermedi", "limited working", "conversational", "中级", "средн", "intermédiaire", "متوسط"]),
        ("A1", false, ["beginner", "basic", "入门", "基础", "начальн", "базов", "básic", "iniciante", "débutant", "notions", "مبتدئ",
            "أساسي"]),
    ];

    static readonly (int Level, string[] Words)[] EducationLevels =
    [
        (8, ["doctor", "phd", "ph.d", "doutor", "博士", "доктор", "кандидат наук", "аспирант", "دكتوراه"]),
        (7, ["master", "magist", "mestr", "maestr", "máster", "mba", "硕士", "研究生", "магистр", "ماجستير"]),
        (6, ["bachelor", "bacharel", "licence", "licenc", "grado", "graduação", "本科", "学士", "бакалавр", "بكالوريوس", "إجازة"]),
        (5, ["associate", "higher national", "short-cycle", "tecnólogo", "bts", "dut", "大专", "专科", "高职", "diplom"]),
        (4, ["post-secondary"]),
        (3, ["upper secondary", "high school", "secondary vocational", "baccalauréat", "bachillerato", "ensino médio", "高中", "中专", "中职",
            "среднее", "ثانوية"]),
        (2, ["lower secondary", "初中"]),
        (1, ["primary", "小学"]),
    ];

    /// <summary>The words for a skill's level 1 to 4.</summary>
    public static string SkillWord(int level) => SkillWords[Math.Clamp(level, 1, 4) - 1];

    /// <summary>True for one of the words that <see cref="SkillWord"/> writes.</summary>
    public static bool IsSkillWord(string? text) => Array.IndexOf(SkillWords, text) >= 0;

    /// <summary>1 to 4 for a word, <c>3</c>, <c>3/5</c> or <c>60%</c>; null when the text is no level.</summary>
    public static int? OfSkill(string? text)
    {
        var folded = Fold(text);
        if (folded.Length == 0)
            return null;
        if (Share().Match(folded) is { Success: true } share)
        {
            var value = double.Parse(share.Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
            var most = share.Groups["most"] is { Success: true } of
                ? double.Parse(of.ValueSpan, CultureInfo.InvariantCulture)
                : share.Groups["percent"].Success ? 100 : 4;
            return value > 0 && value <= most ? (int)Math.Ceiling(4 * value / most) : null;
        }
        return Find(SkillLevels, folded)?.Level;
    }

    /// <summary>The level, and whether the text states it rather than suggests it; null when it says nothing.</summary>
    public static (ScaleLevel? Level, bool Certain) OfLanguage(string? text)
    {
        var folded = Fold(text);
        if (Stated().Match(folded) is { Success: true } stated && LanguageScales.Parse(stated.Value) is { } level)
            return (level, true);
        foreach (var (name, certain, words) in LanguageLevels)
        {
            if (Array.Exists(words, word => folded.Contains(word, StringComparison.Ordinal)))
                return (LanguageScales.Parse(name), certain);
        }
        return (null, false);
    }

    /// <summary>The language's English name; its code where that name is another language's, too.</summary>
    public static string LanguageName(string code)
    {
        var name = Languages.Name(code, CultureInfo.GetCultureInfo("en"));
        return Languages.Resolve(name) == code ? name : code;
    }

    /// <summary>How the level is written: <c>C1 (CEFR)</c>, <c>HSK 4</c>.</summary>
    public static string LanguageWord(string scale, string level) =>
        scale == LanguageScales.Hsk ? $"HSK {level}" : $"{level} ({scale})";

    /// <summary>The words for an ISCED level, which <see cref="OfEducation"/> reads back.</summary>
    public static string EducationWord(int isced) =>
        $"{Educations[Math.Clamp(isced, 0, 8)]} (ISCED {CvDraft.Invariant(isced)})";

    /// <summary>The ISCED level that a text names: <c>ISCED 5</c>, or a degree's name in one of the platform's languages;
    /// null when none. <c>Whole</c>: the text says no more than the level.</summary>
    public static (int? Isced, bool Whole) OfEducation(string? text)
    {
        var folded = Fold(text);
        if (Isced().Match(folded) is { Success: true } stated)
            return (stated.Groups["level"].Value[0] - '0', true);
        if (ListCells.Education("education", folded) is { Ok: true, Value.Isced: { } exact })
            return (exact, true);
        return (Find(EducationLevels, folded)?.Level, false);
    }

    /// <summary>The European Qualifications Framework's level for an ISCED level, by the kind of school that leads to
    /// it.</summary>
    public static int ToEqf(int isced) => isced switch { <= 1 => 1, 3 or 4 => 4, _ => isced };

    /// <summary>The ISCED level for a level of the European Qualifications Framework.</summary>
    public static int? FromEqf(string? level) => level?.Trim() switch
    {
        "1" => 1, "2" => 2, "3" or "4" => 3, "5" => 5, "6" => 6, "7" => 7, "8" => 8, _ => null,
    };

    static (int Level, string[] Words)? Find((int Level, string[] Words)[] levels, string folded)
    {
        foreach (var level in levels)
        {
            if (Array.Exists(level.Words, word => folded.Contains(word, StringComparison.Ordinal)))
                return level;
        }
        return null;
    }

    // A lone surrogate, which normalisation refuses, is in no level's name.
    static string Fold(string? text) => string.IsNullOrWhiteSpace(text) || text.Any(char.IsSurrogate) || text.Length > 200
        ? "" : text.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();

    [GeneratedRegex(@"^(level\s*)?(?<value>\d{1,3}(\.\d)?)\s*((/|of)\s*(?<most>[1-9]\d{0,2})|(?<percent>%))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"(?<![a-z0-9])([abc][12]|hsk\s*[1-9一二三四五六七八九])(?![a-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stated();

    [GeneratedRegex(@"isced\s*(2011)?\s*(level)?\s*(?<level>[0-8])(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Isced();
}
