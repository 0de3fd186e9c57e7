using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using Talent.Contracts.Notifications;

namespace Talent.Notifications.Domain;

/// <summary>A person's hours as instants, on the days too when clocks are put forward or back.</summary>
sealed class MailHours(MailPreferences preferences, string zone)
{
    static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    // A time of day that a day skips comes when the skipped hour is over. One that a day has twice: a digest at the first,
    // the end of the quiet at the second, so that no minute of the quiet is lost.
    static readonly ZoneLocalMappingResolver First =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    static readonly ZoneLocalMappingResolver Last =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;

    /// <summary>True for a time of day in the form that is kept: <c>08:00</c>.</summary>
    public static bool IsTime(string? text) => text is not null && Pattern.Parse(text).Success;

    /// <summary>When an update that came at an instant is to be mailed.</summary>
    /// <param name="timing"><see cref="MailTimings.Now"/> or <see cref="MailTimings.Digest"/>.</param>
    public DateTimeOffset DueAt(string timing, DateTimeOffset at) =>
        timing == MailTimings.Now ? AfterQuiet(at) : NextDigest(at);

    /// <summary>The instant itself, or the end of the quiet hours that it lies in.</summary>
    DateTimeOffset AfterQuiet(DateTimeOffset at)
    {
        var (from, to) = (TimeOf(preferences.QuietFrom), TimeOf(preferences.QuietTo));
        var local = Instant.FromDateTimeOffset(at).InZone(_zone);
        var time = local.TimeOfDay;
        var overnight = from > to;
        var quiet = overnight ? time >= from || time < to : time >= from && time < to;
        if (!quiet)
            return at;
        var day = overnight && time >= from ? local.Date.PlusDays(1) : local.Date;
        var end = _zone.ResolveLocal(day + to, Last).ToInstant().ToDateTimeOffset();
        return end > at ? end : at;
    }

    /// <summary>The next time of the digest, later than the instant.</summary>
    DateTimeOffset NextDigest(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        var time = TimeOf(preferences.DigestAt);
        for (var day = instant.InZone(_zone).Date; ; day = day.PlusDays(1))
        {
            var digest = _zone.ResolveLocal(day + time, First).ToInstant();
            if (digest > instant)
                return digest.ToDateTimeOffset();
        }
    }

    static LocalTime TimeOf(string text) => Pattern.Parse(text).Value;
}
