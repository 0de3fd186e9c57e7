using System.Globalization;
using Talent.Platform.Texts;

namespace Talent.Identity.Texts;

/// <summary>What accounts say to people: mails and what is wrong with an input.</summary>
static class IdentityTexts
{
    static readonly TextSource Source = new(typeof(IdentityTexts));

    /// <summary>In the reader's language.</summary>
    public static string Format(string key, params ReadOnlySpan<object?> values) =>
        Source.Format(CultureInfo.CurrentUICulture, key, values);

    /// <summary>In the language of the person it is written to.</summary>
    public static string In(string language, string key, params ReadOnlySpan<object?> values) =>
        Source.Format(CultureInfo.GetCultureInfo(language), key, values);
}
