using NodaTime;

namespace Talent.Placements.Domain;

/// <summary>Days as the people of a zone count them.</summary>
static class LocalDays
{
    /// <summary>The day it is in a zone.</summary>
    public static DateOnly Today(DateTimeOffset now, string zone) =>
        Instant.FromDateTimeOffset(now).InZone(Of(zone)).Date.ToDateOnly();

    /// <summary>The instant a day ends in a zone, and the next begins.</summary>
    public static DateTimeOffset End(DateOnly day, string zone) =>
        Of(zone).AtStartOfDay(LocalDate.FromDateOnly(day).PlusDays(1)).ToInstant().ToDateTimeOffset();

    /// <summary>Nine in the morning of a day; where the zone skips it, right after.</summary>
    public static DateTimeOffset Morning(DateOnly day, string zone) =>
        Of(zone).AtLeniently(LocalDate.FromDateOnly(day).At(new LocalTime(9, 0))).ToInstant().ToDateTimeOffset();

    static DateTimeZone Of(string zone) => DateTimeZoneProviders.Tzdb[zone];
}
