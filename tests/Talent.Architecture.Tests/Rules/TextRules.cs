using System.Text;
using System.Text.RegularExpressions;
using Talent.Architecture.Tests.Model;
using Talent.Platform.Texts;

namespace Talent.Architecture.Tests.Rules;

/// <summary>What holds between the translations of the texts, and between the texts and the code that asks for them.</summary>
static partial class TextRules
{
    const string English = "en";

    /// <summary>Each language has each text, counted ones in each plural category of the language, and no others.</summary>
    public static IEnumerable<string> EveryLanguageHasEveryText(
        IReadOnlyList<TextFile> files, IReadOnlyList<string> languages)
    {
        foreach (var english in files.Where(file => file.Language == English))
            foreach (var language in languages)
            {
                var file = files.FirstOrDefault(file => file.Part == english.Part && file.Language == language);
                if (file is null)
                {
                    yield return $"{english.Part} has no file in {language}";
                    continue;
                }
                var expected = ExpectedIn(language, english).ToHashSet(StringComparer.Ordinal);
                foreach (var key in expected.Where(key => string.IsNullOrWhiteSpace(file.Texts.GetValueOrDefault(key))))
                    if (!english.Texts.ContainsKey(key) || !IsBlank(english.Texts[key]))
                        yield return $"{file}: {key} is missing";
                foreach (var key in file.Texts.Keys.Where(key => !expected.Contains(key)))
                    yield return $"{file}: {key} is in no other language";
            }
    }

    /// <summary>Each translation has the places of the English text. Where a plural category stands for one number alone,
    /// a word may say the number.</summary>
    public static IEnumerable<string> TranslationsHaveTheSamePlaces(IReadOnlyList<TextFile> files) =>
        from file in files
        where file.Language != English
        let english = files.FirstOrDefault(other => other.Part == file.Part && other.Language == English)
        where english is not null
        from text in file.Texts
        let stem = StemOf(text.Key, english)
        let original = english.Texts.GetValueOrDefault(stem is null ? text.Key : stem + "_other")
        where original is not null && !Agree(original, text.Value, stem is not null && IsOneNumber(file.Language, text.Key))
        select $"{file}: {text.Key} has the places {Places(text.Value)}, English has {Places(original)}";

    /// <summary>What is filled in can be filled in: braces are paired.</summary>
    public static IEnumerable<string> TextsCanBeFilledIn(IReadOnlyList<TextFile> files) =>
        from file in files
        from text in file.Texts
        where text.Value.Contains('{', StringComparison.Ordinal) && !CanBeFilledIn(text.Value)
        select $"{file}: {text.Key} has unpaired braces";

    /// <summary>Each text is asked for: by its key, or by a key put together from parts that the code names.</summary>
    public static IEnumerable<string> EveryTextIsUsed(IReadOnlyList<TextFile> files, IReadOnlyList<SourceFile> sources)
    {
        var code = sources.Where(source => !source.IsTest && (source.IsCode || IsMarkup(source))).ToList();
        // Codes stand in data files too, such as the taxonomy's fields.
        var fillings = sources.Where(source => !source.IsTest && !IsTexts(source)).SelectMany(source => Quoted().Matches(source.Text).Concat(Member().Matches(source.Text)))
            .Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Language == English))
        {
            var own = code.Where(source => source.Path.StartsWith(file.Project + "/", StringComparison.Ordinal)).ToList();
            var asked = own.SelectMany(source => Quoted().Matches(source.Text)).Select(match => match.Value)
                .ToHashSet(StringComparer.Ordinal);
            var made = own.SelectMany(source => PutTogether(source.Text)).Distinct(StringComparer.Ordinal)
                .Select(pattern => new Regex(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).ToList();
            foreach (var key in file.Texts.Keys.Select(key => StemOf(key, file) ?? key).Distinct(StringComparer.Ordinal))
                if (!asked.Contains(key) && !made.Exists(pattern => IsMade(pattern, key, fillings)))
                    yield return $"{file}: nothing asks for {key}";
        }
    }

    /// <summary>What a problem says stands in resource files: a sentence written in the code has one language.</summary>
    public static IEnumerable<string> ProblemsHoldNoSentences(IReadOnlyList<SourceFile> sources) =>
        from source in sources
        where source.IsCode && !source.IsTest
        from Match match in Sentence().Matches(source.Text)
        select $"{source.Path} says {match.Groups["words"].Value}";

    static IEnumerable<string> ExpectedIn(string language, TextFile english) => english.Texts.Keys
        .Where(key => StemOf(key, english) is null)
        .Concat(english.Texts.Keys.Select(key => StemOf(key, english)).OfType<string>().Distinct(StringComparer.Ordinal)
            .SelectMany(stem => Plural.Categories(language).Select(category => $"{stem}_{category}")));

    /// <summary><c>Jobs_found</c> of <c>Jobs_found_few</c>; null for a text that is not counted.</summary>
    static string? StemOf(string key, TextFile english)
    {
        var match = Category().Match(key);
        if (!match.Success)
            return null;
        var stem = key[..match.Index];
        return english.Texts.ContainsKey(stem + "_one") && english.Texts.ContainsKey(stem + "_other") ? stem : null;
    }

    static bool IsOneNumber(string language, string key) => (language, key[(key.LastIndexOf('_') + 1)..]) is
        ("es", "one") or ("ar", "zero" or "one" or "two");

    static bool Agree(string english, string translated, bool mayOmitFirst)
    {
        var (wanted, found) = (PlacesIn(english), PlacesIn(translated));
        return wanted.SetEquals(found) || (mayOmitFirst && wanted.Except(found).All(place => place == 0) && found.IsSubsetOf(wanted));
    }

    static HashSet<int> PlacesIn(string text) => [.. Place().Matches(text.Replace("{{", "", StringComparison.Ordinal))
        .Select(match => match.Groups["at"].Value[0] - '0')];

    static string Places(string text) => $"{{{string.Join(", ", PlacesIn(text).Order())}}}";

    static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    static bool IsMarkup(SourceFile source) => source.Path.EndsWith(".razor", StringComparison.Ordinal);

    static bool IsTexts(SourceFile source) => source.Path.EndsWith(".resx", StringComparison.Ordinal);

    static bool CanBeFilledIn(string text)
    {
        try
        {
            _ = CompositeFormat.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Keys that code puts together, as patterns: <c>$"Mode_{job.Mode}"</c>, <c>"Block" + name</c>.</summary>
    static IEnumerable<string> PutTogether(string source) =>
        Interpolated().Matches(source).Select(match => Hole().Split(match.Groups["text"].Value))
            .Concat(Joined().Matches(source).Select(match => new[] { match.Groups["text"].Value, "" }))
            .Where(parts => parts.Length > 1 && parts.Any(part => part.Length > 0))
            .Select(parts => $"^{string.Join("(.+)", parts.Select(Regex.Escape))}$".Replace("(.+)", "(?<hole>.+)", StringComparison.Ordinal));

    static bool IsMade(Regex pattern, string key, HashSet<string> fillings) =>
        pattern.Match(key) is { Success: true } match
        && match.Groups["hole"].Captures.All(hole => fillings.Contains(hole.Value) || hole.Value.All(char.IsAsciiDigit));

    [GeneratedRegex(
        """(\bProblems\.\w+|new FieldProblem)\([^;]*?"(?<words>[^"\n]*\w \w[^"\n]* [^"\n]*)"(?=[,)\s])""", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Sentence();

    [GeneratedRegex("_(zero|one|two|few|many|other)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Category();

    [GeneratedRegex(@"\{(?<at>[0-9])[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("""(?<=")[\w.+-]+(?=")""", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Quoted();

    // The name of an enumeration's member becomes part of a key too.
    [GeneratedRegex(@"(?<=\w\.)[A-Z]\w+\b", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Member();

    [GeneratedRegex("""\$"(?<text>([\w.-]|\{[^{}]*\})+)"(?!")""", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Interpolated();

    [GeneratedRegex("""(?<=")(?<text>[\w-]+)" \+ \w""", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
