using System.Globalization;
using Talent.Platform.Texts;

namespace Talent.Notifications.Texts;

/// <summary>What happened, in words; and what is wrong with an input.</summary>
static class NotificationTexts
{
    const string AnyKind = "Kind_other";
    static readonly TextSource Source = new(typeof(NotificationTexts));

    /// <summary>In the reader's language.</summary>
    public static string Of(string key, params ReadOnlySpan<object?> values) => Source.Say(key, values);

    public static string In(CultureInfo culture, string key, params ReadOnlySpan<object?> values) =>
        Source.Format(culture, key, values);

    /// <summary>The text; null when there is none with this key.</summary>
    public static string? Find(CultureInfo culture, string key) => Source.Find(key, culture);

    /// <summary>A kind's sentence; one in general words for a kind that has none.</summary>
    public static string OfKind(CultureInfo culture, string kind, ReadOnlySpan<object?> values)
    {
        var key = $"Kind_{kind}";
        return Source.Format(culture, Source.Find(key, culture) is null ? AnyKind : key, values);
    }

    public static string Count(CultureInfo culture, string key, int count) =>
        Source.Format(culture, Plural.Key(key, count, culture), count);
}
