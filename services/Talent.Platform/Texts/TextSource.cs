using System.Globalization;
using System.Resources;

namespace Talent.Platform.Texts;

/// <summary>The sentences of one resource file and its translations: <c>Name.resx</c> is English, <c>Name.fr.resx</c>
/// French. A language without a file reads English.</summary>
/// <param name="owner">The type beside the file, with the file's name.</param>
public sealed class TextSource(Type owner)
{
    readonly ResourceManager texts = new(owner);

    /// <summary>The text as it is written; null when there is none with this key.</summary>
    public string? Find(string key, CultureInfo? culture = null) => texts.GetString(key, culture);

    /// <summary>The text with its values, in the language of <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    /// <exception cref="MissingManifestResourceException">No text has this key.</exception>
    public string Say(string key, params ReadOnlySpan<object?> values) =>
        Format(CultureInfo.CurrentUICulture, key, values);

    /// <inheritdoc cref="Say(string, ReadOnlySpan{object?})"/>
    public string Format(CultureInfo culture, string key, params ReadOnlySpan<object?> values)
    {
        var text = Find(key, culture) ?? throw new MissingManifestResourceException($"{owner.Name}.resx has no '{key}'.");
        var language = TextLanguage.Of(culture);
        return string.Format(language.Culture, text, Bidi.Isolate(values, language.RightToLeft));
    }
}
