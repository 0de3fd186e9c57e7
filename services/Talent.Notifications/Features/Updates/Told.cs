using System.Globalization;
using NodaTime;
using Talent.Contracts.Notifications;
using Talent.Notifications.Domain;
using Talent.Notifications.Texts;
using Talent.Platform.Texts;

namespace Talent.Notifications.Features.Updates;

/// <summary>What happened, to be put in words.</summary>
sealed record Told(
    string Kind, string SubjectType, Guid SubjectId, IReadOnlyDictionary<string, string> Values, string Link, DateTimeOffset At)
{
    public static Told Of(NoticeRaised notice) => new(
        notice.Kind, notice.SubjectType, notice.SubjectId, notice.Values, notice.Link, notice.At);

    public static Told Of(UpdatesStored stored) => new(
        stored.Kind, stored.SubjectType, stored.SubjectId, stored.Values, stored.Link, stored.At);

    public static Told Of(Notice notice) => new(
        notice.Kind, notice.SubjectType, notice.SubjectId, notice.Values, notice.Link, notice.At);

    /// <summary>As it is answered and pushed.</summary>
    public Update For(Reader reader, long seq, string weight, bool read) => new(
        seq, Kind, weight, At, new UpdateSubject(SubjectType, SubjectId),
        weight == NoticeWeights.Signal ? "" : reader.Say(this), Link, read);
}

/// <summary>Who reads: in which language, in which zone.</summary>
sealed record Reader(CultureInfo Culture, DateTimeZone Zone)
{
    // The places of the texts, in the order of their numbers.
    static readonly string[] Places =
        ["graduate", "job", "employer", "stage", "reason", "startAt", "untilAt", "month", "place", "comment"];

    public static Reader Of(CultureInfo culture, string? zone) => new(
        TextLanguage.Of(culture).Culture,
        (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc);

    public string Say(Told told)
    {
        var values = new object?[Places.Length];
        for (var at = 0; at < values.Length; at++)
            values[at] = told.Values.TryGetValue(Places[at], out var value) ? InWords(Places[at], value) : "";
        return NotificationTexts.OfKind(Culture, told.Kind, values);
    }

    string InWords(string name, string value) => name switch
    {
        "stage" => NotificationTexts.Find(Culture, $"Stage_{value}") ?? value,
        "reason" => NotificationTexts.Find(Culture, $"Reason_{value}") ?? value,
        _ when name.EndsWith("At", StringComparison.Ordinal) && DateTimeOffset.TryParse(
            value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) => Local(instant),
        _ => value,
    };

    /// <summary><c>12 Mar 2030, 09:30 (UTC+2)</c>: a mail is read elsewhere too.</summary>
    string Local(DateTimeOffset instant)
    {
        var language = TextLanguage.Of(Culture);
        var local = Instant.FromDateTimeOffset(instant).InZone(Zone).ToDateTimeOffset();
        var offset = local.Offset;
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        return string.Create(
            language.Culture, $"{local.ToString(language.DatePattern, language.Culture)}, {local:HH:mm}") +
            string.Create(CultureInfo.InvariantCulture, $" (UTC{sign}{Math.Abs(offset.Hours)}{minutes})");
    }
}
