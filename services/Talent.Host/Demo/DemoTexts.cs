using System.Globalization;
using System.Text.RegularExpressions;

namespace Talent.Host.Demo;

/// <summary>The sentences of one language that job titles and descriptions are composed from. <c>{name}</c> stands for a
/// value, <c>{90..320}</c> for a number that is always the same for an employer.</summary>
sealed partial record DemoTexts(
    string Join, string LastJoin, IReadOnlyDictionary<string, IReadOnlyList<string>> Titles,
    IReadOnlyList<string> Opening, IReadOnlyList<string> RemoteOpening,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, IReadOnlyList<string> Tasks,
    IReadOnlyList<string> Offer, IReadOnlyList<string> RemoteOffer, IReadOnlyList<string> Internship,
    [property: System.Text.Json.Serialization.JsonPropertyName("order-training")] IReadOnlyList<string> OrderTraining,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Permit, IReadOnlyList<string> Closing)
{
    const string VowelSounds = "aeioAEIO";
    const string LettersReadWithVowel = "AEFHILMNORSX";

    /// <summary>The items as an enumeration: <c>a, b and c</c>.</summary>
    public string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(Join, items.SkipLast(1)) + LastJoin + items[^1];

    /// <summary>The text with every value in its place.</summary>
    /// <exception cref="KeyNotFoundException">The text asks for a value that is not given.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, match => match.Groups["least"].Success
            ? Number(match, values["employer"])
            : values[match.Groups["name"].Value]);

    /// <summary>A label as it stands inside a sentence: a leading capital goes unless it belongs to an acronym or a
    /// name.</summary>
    public static string InText(string label)
    {
        var space = label.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? label : label[..space];
        return word.Skip(1).Any(char.IsUpper) || word.Length < 2
            ? label
            : char.ToLower(label[0], CultureInfo.InvariantCulture) + label[1..];
    }

    /// <summary>The English indefinite article before a label.</summary>
    public static string Article(string label)
    {
        var acronym = label.Length > 1 && char.IsUpper(label[1]);
        return (acronym ? LettersReadWithVowel : VowelSounds).Contains(label[0], StringComparison.Ordinal) ? "an" : "a";
    }

    static string Number(Match match, string employer)
    {
        var random = new DemoRandom(0, employer + match.Value);
        var number = random.Between(
            int.Parse(match.Groups["least"].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["most"].Value, CultureInfo.InvariantCulture));
        return (number / 10 * 10).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\{((?<name>[a-zA-Z]+)|(?<least>[0-9]+)\.\.(?<most>[0-9]+))\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
