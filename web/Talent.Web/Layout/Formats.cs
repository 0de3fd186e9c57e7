using System.Globalization;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Matching;
using Talent.Platform.Texts;
using Talent.Web.Resources;

namespace Talent.Web.Layout;

/// <summary>Dates, numbers, money and places as the reader's language writes them.</summary>
internal sealed class Formats(IStringLocalizer<Texts> texts)
{
    readonly PageLanguage language = PageLanguage.Current;

    CultureInfo Culture => language.Culture;

    public string Date(DateOnly date) => date.ToString(language.DatePattern, Culture);

    public string Date(DateTimeOffset instant) => Date(DateOnly.FromDateTime(instant.UtcDateTime));

    /// <summary>Day and time of day in a person's zone; an unknown zone is UTC.</summary>
    public string Moment(DateTimeOffset instant, string? zone)
    {
        var local = Local(instant, zone);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))} {local.ToString("t", Culture)}";
    }

    /// <summary>Day, beginning and end in a zone; the second day only where it is another.</summary>
    public string Span(DateTimeOffset start, DateTimeOffset end, string zone)
    {
        var (from, to) = (Local(start, zone), Local(end, zone));
        var last = to.Date == from.Date ? to.ToString("t", Culture) : Moment(end, zone);
        return $"{Moment(start, zone)}–{last}";
    }

    /// <summary>The month that a day lies in, with its year.</summary>
    public string Month(DateOnly day) => day.ToString("Y", Culture);

    public string Number(int value) => value.ToString("N0", Culture);

    public string Percent(double share) => share.ToString("P0", Culture);

    public string Points(double value) => value.ToString("0.0", Culture);

    /// <summary>The text of <paramref name="key"/> that fits the number, which it may show as {0}.</summary>
    public string Count(string key, int count) =>
        texts[Plural.Key(key, count, Culture), Number(count)];

    /// <summary>The currency's code, not its sign: ¥ and $ mean several currencies.</summary>
    public string? Pay(decimal? min, decimal? max, string? currency, string? period)
    {
        if ((min ?? max) is null)
            return null;
        var amounts = (min, max) switch
        {
            ({ } low, { } high) when low == high => Amount(low),
            ({ } low, { } high) => $"{Amount(low)}–{Amount(high)}",
            ({ } low, null) => texts["Pay_from", Amount(low)].Value,
            _ => texts["Pay_to", Amount(max!.Value)].Value,
        };
        return texts[$"Pay_per_{period ?? "month"}", $"{amounts} {currency}"];
    }

    public string? Pay(JobSummary job) => Pay(job.PayMin, job.PayMax, job.Currency, job.PayPeriod);

    public static string Place(string? city, string country) =>
        city is null ? Names.Country(country) : List([city, Names.Country(country)]);

    /// <summary>Items one after the other; those that run in the other direction are isolated from their neighbours.</summary>
    public static string List(IEnumerable<string> items)
    {
        var reader = PageLanguage.Current;
        return string.Join(reader.Text.ListSeparator, items.Select(item => Bidi.Isolate(item, reader.RightToLeft)));
    }

    /// <summary>An IANA zone and its distance from UTC at <paramref name="at"/>: <c>Europe/Berlin (UTC+01:00)</c>.</summary>
    public static string Zone(string zone, DateTimeOffset at)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            return zone;
        var offset = found.GetUtcOffset(at);
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        return $"{zone.Replace('_', ' ')} (UTC{sign}{offset:hh\\:mm})";
    }

    /// <summary>The name of a code of an open list, such as a certificate scheme; the code itself when it has none.</summary>
    public string Code(string list, string code) => texts[$"{list}_{code}"] is { ResourceNotFound: false } name ? name : code;

    /// <summary>An amount without its currency.</summary>
    public string Amount(decimal amount) => amount.ToString(amount % 1 == 0 ? "N0" : "N2", Culture);

    static DateTimeOffset Local(DateTimeOffset instant, string? zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "UTC", out var found)
            ? TimeZoneInfo.ConvertTime(instant, found) : instant.ToUniversalTime();
}
