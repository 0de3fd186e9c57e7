using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Talent.Placements.Calendar;

/// <summary>Writes iCalendar (RFC 5545) with the methods of iTIP (RFC 5546).</summary>
static class CalendarWriter
{
    public const string ContentType = "text/calendar; charset=utf-8";

    static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss'Z'");
    static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss");

    /// <summary>One appointment: <c>CANCEL</c> when it was cancelled, else <c>REQUEST</c>.</summary>
    public static string Invitation(CalendarEvent appointment)
    {
        var cancelled = appointment.Status == "CANCELLED";
        return Write(cancelled ? "CANCEL" : "REQUEST", [appointment], name: null);
    }

    /// <summary>A calendar to subscribe to.</summary>
    public static string Feed(string name, IReadOnlyList<CalendarEvent> appointments) =>
        Write("PUBLISH", appointments, name);

    static string Write(string method, IReadOnlyList<CalendarEvent> appointments, string? name)
    {
        var text = new CalendarText()
            .Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Talent//Placements//EN")
            .Line("CALSCALE", "GREGORIAN").Line("METHOD", method);
        if (name is not null)
            text.Text("X-WR-CALNAME", name).Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H").Line("X-PUBLISHED-TTL", "PT1H");
        foreach (var same in appointments.Where(IsLocal).GroupBy(one => one.ZoneId, StringComparer.Ordinal))
            ZoneRules.Write(text, ZoneOf(same.Key), same.Min(one => one.Start), same.Max(one => one.End));
        foreach (var appointment in appointments)
            Write(text, appointment, withPeople: method != "PUBLISH");
        return text.Line("END", "VCALENDAR").ToString();
    }

    static void Write(CalendarText text, CalendarEvent appointment, bool withPeople)
    {
        text.Line("BEGIN", "VEVENT")
            .Line("UID", appointment.Uid)
            .Line("SEQUENCE", appointment.Sequence.ToString(CultureInfo.InvariantCulture))
            .Line("DTSTAMP", Utc.Format(appointment.ChangedAt))
            .Line("LAST-MODIFIED", Utc.Format(appointment.ChangedAt));
        var local = IsLocal(appointment);
        Write(text, "DTSTART", appointment.Start, local ? appointment.ZoneId : null);
        Write(text, "DTEND", appointment.End, local ? appointment.ZoneId : null);
        text.Line("STATUS", appointment.Status)
            .Text("SUMMARY", appointment.Summary)
            .Text("DESCRIPTION", appointment.Description)
            .Text("LOCATION", appointment.Place);
        if (appointment.Link is { } link)
            text.Line("URL", link.AbsoluteUri);
        if (withPeople && appointment is { Organiser: { } organiser, Attendee: { } attendee })
        {
            text.Line("ORGANIZER", [("CN", organiser.Name)], "mailto:" + organiser.Address)
                .Line("ATTENDEE;ROLE=REQ-PARTICIPANT", [("CN", attendee.Name)], "mailto:" + attendee.Address);
        }
        text.Line("END", "VEVENT");
    }

    static void Write(CalendarText text, string name, Instant time, string? zoneId)
    {
        if (zoneId is null)
            text.Line(name, Utc.Format(time));
        else
            text.Line($"{name};TZID={zoneId}", Local.Format(time.InZone(ZoneOf(zoneId)).LocalDateTime));
    }

    /// <summary>Whether its times are written as its zone shows them. A time that the clock shows twice is not: programs
    /// disagree on which of the two it means.</summary>
    static bool IsLocal(CalendarEvent appointment)
    {
        if (appointment.ZoneId is "Etc/UTC" or "UTC")
            return false;
        var zone = ZoneOf(appointment.ZoneId);
        return new[] { appointment.Start, appointment.End }
            .All(time => zone.MapLocal(time.InZone(zone).LocalDateTime).Count == 1);
    }

    static DateTimeZone ZoneOf(string id) => DateTimeZoneProviders.Tzdb[id];
}
