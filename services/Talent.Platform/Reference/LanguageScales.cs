using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Talent.Platform.Reference;

/// <summary>A level on a scale of language proficiency.</summary>
/// <param name="Scale"><c>CEFR</c> or <c>HSK</c>.</param>
/// <param name="Level"><c>A1</c> … <c>C2</c>, or <c>1</c> … <c>9</c>.</param>
/// <param name="Rank">Comparable across scales: 1 (A1, HSK 1) to 6 (C2, HSK 6 to 9).</param>
public readonly record struct ScaleLevel(string Scale, string Level, int Rank);

/// <summary>The scales on which languages are asked for and claimed: CEFR (A1 to C2, any language) and HSK (1 to 9,
/// Chinese only; levels 7 to 9 are one examination above 6).</summary>
public static class LanguageScales
{
    /// <summary>Common European Framework of Reference.</summary>
    public const string Cefr = "CEFR";

    /// <summary>Hanyu Shuiping Kaoshi (GF 0025-2021: nine levels).</summary>
    public const string Hsk = "HSK";

    static readonly FrozenDictionary<string, ScaleLevel> Levels = CefrLevels().Concat(HskLevels())
        .ToFrozenDictionary(level => level.Scale + level.Level, StringComparer.Ordinal);

    /// <summary>The levels of both scales, lowest first.</summary>
    public static IReadOnlyList<ScaleLevel> All { get; } =
        [.. Levels.Values.OrderBy(level => level.Scale, StringComparer.Ordinal)
            .ThenBy(level => level.Level, StringComparer.Ordinal)];

    /// <summary>Reads a level as people write it: <c>B1</c>, <c>CEFR B1</c>, <c>HSK3</c>, <c>HSK 3级</c>,
    /// <c>hsk三级</c>. A bare number names no scale and is refused.</summary>
    /// <returns>Null when the text is no level of either scale.</returns>
    public static ScaleLevel? Parse(string? text)
    {
        var key = Key(text);
        if (Levels.TryGetValue(key, out var level))
            return level;
        return Levels.TryGetValue(Cefr + key, out level) ? level : null;
    }

    /// <summary>The level named by a scale and a level on it, in any case: (<c>HSK</c>, <c>3</c>), (null,
    /// <c>B1</c>).</summary>
    /// <returns>Null when there is no such scale or level.</returns>
    public static ScaleLevel? Find(string? scale, string? level)
    {
        if (string.IsNullOrWhiteSpace(scale))
            return Parse(level);
        var prefix = Key(scale);
        var key = Key(level);
        if (prefix is not (Cefr or Hsk))
            return null;
        key = key.StartsWith(prefix, StringComparison.Ordinal) ? key : prefix + key;
        return Levels.TryGetValue(key, out var found) ? found : null;
    }

    /// <summary>True when the scale measures the language: HSK measures Chinese only.</summary>
    public static bool Measures(string scale, string language) =>
        !string.Equals(scale, Hsk, StringComparison.Ordinal) || string.Equals(language, "zh", StringComparison.Ordinal);

    static IEnumerable<ScaleLevel> CefrLevels() =>
        Enumerable.Range(0, 6).Select(step => new ScaleLevel(Cefr, $"{"ABC"[step / 2]}{(step % 2) + 1}", step + 1));

    static IEnumerable<ScaleLevel> HskLevels() => Enumerable.Range(1, 9).Select(level =>
        new ScaleLevel(Hsk, level.ToString(CultureInfo.InvariantCulture), Math.Min(level, 6)));

    static string Key(string? text)
    {
        var key = new StringBuilder(ReferenceText.Fold(text).ToUpperInvariant()).Replace("级", "").Replace("級", "");
        for (var level = 0; level < 9; level++)
            key.Replace("一二三四五六七八九"[level], (char)('1' + level));
        return key.ToString();
    }
}
