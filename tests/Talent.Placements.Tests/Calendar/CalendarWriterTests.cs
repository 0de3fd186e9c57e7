using NodaTime;
using Talent.Placements.Calendar;

namespace Talent.Placements.Tests.Calendar;

/// <summary>Calendars as other people's programs read them.</summary>
public sealed class CalendarWriterTests
{
    static readonly Instant Made = Instant.FromUtc(2026, 1, 5, 8, 30);

    /// <summary>Zones with and without summer time, with odd offsets, with rules that were left; times before, between and
    /// after the changes of the clock.</summary>
    public static TheoryData<string, string> Times => new(
        from zone in new[]
        {
            "Europe/Berlin", "America/New_York", "Africa/Cairo", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu", "Etc/UTC",
            "Asia/Shanghai", "Africa/Johannesburg", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Tehran",
        }
        from day in new[] { "2018-11-03", "2026-01-15", "2026-03-29", "2026-04-24", "2026-07-15", "2026-10-25", "2026-10-30", "2031-12-31" }
        select new TheoryDataRow<string, string>(zone, day));

    [Fact]
    public async Task Each_zone_is_read_as_the_instant_that_was_meant()
    {
        var events = Times.Select(row => ((ITheoryDataRow)row).GetData()).SelectMany(data =>
            new[] { 0, 1, 2, 3, 9, 23 }.Select(hour => At((string)data[0]!, (string)data[1]!, hour))).ToList();
        var readings = await ForeignReaders.ReadAsync([.. events.Select(CalendarWriter.Invitation)]);
        for (var at = 0; at < events.Count; at++)
        {
            var (wanted, reading) = (events[at], readings[at]);
            reading.Problems.ShouldBeEmpty(wanted.ZoneId);
            foreach (var read in new[] { reading.IcalJs, reading.NodeIcal })
            {
                var one = read.Events.ShouldHaveSingleItem();
                var what = $"{wanted.ZoneId} {wanted.Start}";
                one.Start.ShouldBe(wanted.Start.ToDateTimeOffset(), what);
                one.End.ShouldBe(wanted.End.ToDateTimeOffset(), what);
            }
        }
    }

    [Fact]
    public async Task A_feed_of_a_year_in_several_zones_is_read_as_it_was_meant()
    {
        string[] zones = ["Europe/Berlin", "Africa/Cairo", "Asia/Kathmandu", "Etc/UTC"];
        var events = Enumerable.Range(0, 48).Select(number => At(zones[number % 4], "2026-01-01", 9) with
        {
            Uid = $"{number}@talent.example",
            Start = Made + Duration.FromDays(number * 8),
            End = Made + Duration.FromDays(number * 8) + Duration.FromMinutes(45),
        }).ToList();
        var reading = (await ForeignReaders.ReadAsync(CalendarWriter.Feed("Interviews, all; of them", events))).Single();
        reading.Problems.ShouldBeEmpty();
        reading.IcalJs.Method.ShouldBe("PUBLISH");
        foreach (var read in new[] { reading.IcalJs, reading.NodeIcal })
        {
            read.Events.Select(one => (one.Uid, one.Start, one.End)).ShouldBe(
                events.Select(one => (one.Uid, one.Start.ToDateTimeOffset(), one.End.ToDateTimeOffset())), ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_cancellation_is_read_as_one()
    {
        var cancelled = At("Europe/Berlin", "2026-06-01", 10) with { Status = "CANCELLED", Sequence = 4 };
        var read = await ForeignReaders.ReadOneAsync(CalendarWriter.Invitation(cancelled), "CANCEL");
        (read.Status, read.Sequence).ShouldBe(("CANCELLED", 4));
    }

    [Fact]
    public async Task People_are_named_with_their_addresses_and_a_feed_names_none()
    {
        var meant = At("Asia/Kolkata", "2026-06-01", 10) with
        {
            Organiser = new CalendarPerson("Zhang \"Wei\"; HR\r\nX-EVIL:1", "zhang.wei@company.example"),
            Attendee = new CalendarPerson("Noor, الطالبة", "noor@college.example"),
        };
        var read = await ForeignReaders.ReadOneAsync(CalendarWriter.Invitation(meant), "REQUEST");
        read.Organizer.ShouldBe("mailto:zhang.wei@company.example");
        read.Attendees.ShouldBe(["mailto:noor@college.example"]);
        CalendarWriter.Invitation(meant).ShouldNotContain("\nX-EVIL");
        CalendarWriter.Feed("Mine", [meant]).ShouldNotContain("mailto:");
    }

    static CalendarEvent At(string zone, string day, int hour)
    {
        var parts = day.Split('-').Select(int.Parse).ToArray();
        var start = DateTimeZoneProviders.Tzdb[zone]
            .AtLeniently(new LocalDateTime(parts[0], parts[1], parts[2], hour, 30)).ToInstant();
        return new CalendarEvent(
            "018f@talent.example", 0, Made, start, start + Duration.FromMinutes(50), zone, "CONFIRMED", "Interview", "", "Room 1", null);
    }
}
