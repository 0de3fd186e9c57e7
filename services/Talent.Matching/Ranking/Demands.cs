using System.Globalization;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;

namespace Talent.Matching.Ranking;

/// <summary>What a demand of a job means, said once for the rules and the features.</summary>
internal static class Demands
{
    /// <summary>Same scheme, same field (or any when none is asked), at least the level.</summary>
    public static bool IsMetBy(this CertificateNeed need, Certificate held) =>
        string.Equals(need.Scheme, held.Scheme, StringComparison.OrdinalIgnoreCase)
        && (need.Field is null || string.Equals(need.Field, held.Field, StringComparison.OrdinalIgnoreCase))
        && held.Level >= need.MinLevel;

    public static string Display(this CertificateNeed need, Wording wording) => wording.Format(
        "CertificateLevel", need.Field is null ? need.Scheme : $"{need.Scheme}/{need.Field}", need.MinLevel);

    /// <summary><c>B1</c>, <c>HSK 3</c>.</summary>
    public static string Display(this LanguageNeed need) => Level(need.Scale, need.Min);

    /// <summary>The comparable level in a language, 1 to 6; 0 when the profile does not name it.</summary>
    public static int RankIn(this GraduateFacts graduate, string language)
    {
        var rank = 0;
        foreach (var spoken in graduate.Languages.Span)
            if (ReferenceEquals(spoken.Language, language)) rank = Math.Max(rank, spoken.Rank);
        return rank;
    }

    /// <summary>The level in a language on its own scale; null when the profile does not name it.</summary>
    public static string? LevelIn(this GraduateFacts graduate, string language) =>
        graduate.Languages.Where(spoken => ReferenceEquals(spoken.Language, language))
            .OrderByDescending(spoken => spoken.Rank).Select(spoken => Level(spoken.Scale, spoken.Level)).FirstOrDefault();

    /// <summary>A language code as facts hold it: in lower case, and one object for all who name the language, so that
    /// two are the same by reference. Only codes that intake knows come here, so they are few.</summary>
    public static string LanguageCode(string language) => string.Intern(language.ToLowerInvariant());

    static string Level(string scale, string level) => string.Equals(scale, "HSK", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(level[0])
        ? string.Create(CultureInfo.InvariantCulture, $"HSK {level}")
        : level;
}
