using System.Globalization;
using System.Resources;
using Talent.Platform.Reference;
using Talent.Platform.Texts;

namespace Talent.Platform.Intake;

/// <summary>The words for a <see cref="RowError"/>: what is wrong, with the value, and what would be right.</summary>
public static class IntakeMessages
{
    /// <summary>The texts by code; <c>{0}</c> is the column, <c>{1}</c> … are the error's values.</summary>
    internal static readonly ResourceManager Texts = new(typeof(IntakeMessages));

    const int LongestValue = 80;

    /// <summary>The message in the culture's language, English for one without texts. A code without a text renders as
    /// itself.</summary>
    public static string Render(RowError error, CultureInfo culture)
    {
        var text = Texts.GetString(error.Code, culture);
        if (text is null)
            return error.Code;
        object[] values = [error.Column ?? "", .. error.Args.Select(value => Shorten(value)), "", "", ""];
        if (Named(error.Code) is { } name && error.Args.Length > 1)
            values[2] = string.Join(", ", error.Args[1].Split(", ").Select(code => $"{code} ({name(code, culture)})"));
        var language = TextLanguage.Of(culture);
        return string.Format(language.Culture, text, Bidi.Isolate(values, language.RightToLeft));
    }

    static Func<string, CultureInfo, string>? Named(string code) => code switch
    {
        "unknown-country" => Countries.Name,
        "unknown-currency" => Currencies.Name,
        "unknown-language" => Languages.Name,
        _ => null,
    };

    // A cell may hold a whole page by mistake; its beginning is enough to find it.
    static string Shorten(string value)
    {
        if (value.Length <= LongestValue)
            return value;
        var end = char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return value[..end] + "…";
    }
}
