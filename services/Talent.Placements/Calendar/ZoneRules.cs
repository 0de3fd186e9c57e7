using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Talent.Placements.Calendar;

/// <summary>Writes a VTIMEZONE: each change of the clock around the times that are meant is an observance of its own, so
/// that nothing depends on a rule that the zone may leave.</summary>
static class ZoneRules
{
    const int TransitionsAround = 2;

    static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss");

    /// <summary>The zone as it stands from <paramref name="from"/> to <paramref name="to"/>, with two changes before and
    /// after, where there are any.</summary>
    public static void Write(CalendarText text, DateTimeZone zone, Instant from, Instant to)
    {
        text.Line("BEGIN", "VTIMEZONE").Line("TZID", zone.Id);
        foreach (var interval in Around(zone, from, to))
            Write(text, zone, interval);
        text.Line("END", "VTIMEZONE");
    }

    static List<ZoneInterval> Around(DateTimeZone zone, Instant from, Instant to)
    {
        var intervals = new List<ZoneInterval> { zone.GetZoneInterval(from) };
        for (var before = 1; before < TransitionsAround && intervals[0].HasStart; before++)
            intervals.Insert(0, zone.GetZoneInterval(intervals[0].Start - Duration.Epsilon));
        var after = 0;
        while (intervals[^1].HasEnd && after < TransitionsAround)
        {
            if (intervals[^1].End > to)
                after++;
            intervals.Add(zone.GetZoneInterval(intervals[^1].End));
        }
        return intervals;
    }

    static void Write(CalendarText text, DateTimeZone zone, ZoneInterval interval)
    {
        var before = interval.HasStart
            ? zone.GetZoneInterval(interval.Start - Duration.Epsilon).WallOffset
            : interval.WallOffset;
        // An observance begins at the local time that the clock showed before it was changed.
        var start = interval.HasStart
            ? Local.Format(interval.Start.WithOffset(before).LocalDateTime)
            : "19000101T000000";
        var kind = interval.Savings > Offset.Zero ? "DAYLIGHT" : "STANDARD";
        text.Line("BEGIN", kind)
            .Line("DTSTART", start)
            .Line("TZOFFSETFROM", Written(before))
            .Line("TZOFFSETTO", Written(interval.WallOffset))
            .Text("TZNAME", interval.Name)
            .Line("END", kind);
    }

    static string Written(Offset offset)
    {
        var sign = offset < Offset.Zero ? '-' : '+';
        var seconds = Math.Abs(offset.Seconds);
        var rest = seconds % 60 == 0 ? "" : (seconds % 60).ToString("00", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:00}{seconds / 60 % 60:00}{rest}");
    }
}
