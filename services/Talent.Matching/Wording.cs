using System.Resources;
using Talent.Platform.Reference;
using Talent.Platform.Texts;

namespace Talent.Matching;

/// <summary>The sentences of this service in one reader's language, from Matching.resx and its translations. A language
/// that has no translation reads English, names and numbers included.</summary>
internal sealed class Wording
{
    static readonly ResourceManager Resources = new("Talent.Matching.Matching", typeof(Wording).Assembly);

    readonly TextLanguage _language;

    /// <param name="language">BCP 47; one that is not known reads as English.</param>
    public Wording(string language)
    {
        Language = language;
        _language = TextLanguage.Find(language.Split('-')[0].ToLowerInvariant()) ?? TextLanguage.Default;
    }

    /// <summary>BCP 47.</summary>
    public string Language { get; }

    /// <exception cref="MissingManifestResourceException">No sentence has this key.</exception>
    public string this[string key] =>
        Find(key) ?? throw new MissingManifestResourceException($"Matching.resx has no '{key}'.");

    /// <summary>The sentence with this key; null when there is none.</summary>
    public string? Find(string key) => Resources.GetString(key, _language.Culture);

    public string Format(string key, params ReadOnlySpan<object?> values) =>
        string.Format(_language.Culture, this[key], Bidi.Isolate(values, _language.RightToLeft));

    public string List(IEnumerable<string> items) => string.Join(this["ListSeparator"], items);

    /// <summary>A country's name in the reader's language.</summary>
    public string Country(string code) => Countries.IsKnown(code) ? Countries.Name(code, _language.Culture) : code;

    /// <summary>Countries' names, as a list.</summary>
    public string CountryList(IEnumerable<string> codes) => List(codes.Select(Country));

    /// <summary>A language's name in the reader's language.</summary>
    public string LanguageName(string code) => Languages.IsKnown(code) ? Languages.Name(code, _language.Culture) : code;
}
