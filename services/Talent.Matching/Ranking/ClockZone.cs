using NodaTime;

namespace Talent.Matching.Ranking;

/// <summary>A time zone by its IANA id, looked up once; an id that is not known counts as UTC.</summary>
internal sealed record ClockZone
{
    readonly DateTimeZone _zone;

    ClockZone(string id)
    {
        Id = id;
        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;
    }

    public string Id { get; }

    public static ClockZone Of(string id) => new(id);

    /// <summary>Minutes ahead of UTC at 12:00 UTC of the day.</summary>
    public int OffsetMinutes(DateOnly day) =>
        _zone.GetUtcOffset(Instant.FromUtc(day.Year, day.Month, day.Day, 12, 0)).Seconds / 60;
}
