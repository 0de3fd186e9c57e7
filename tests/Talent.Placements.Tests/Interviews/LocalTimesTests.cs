using NodaTime;
using Talent.Placements.Domain;

namespace Talent.Placements.Tests.Interviews;

/// <summary>Times as people write them, where clocks are changed and where they are not.</summary>
public sealed class LocalTimesTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-01-15T09:00", "2026-01-15T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-07-15T09:00", "2026-07-15T07:00:00Z")]
    [InlineData("America/New_York", "2026-01-15T09:00", "2026-01-15T14:00:00Z")]
    [InlineData("America/New_York", "2026-07-15T09:00:30", "2026-07-15T13:00:30Z")]
    [InlineData("Africa/Cairo", "2026-01-15T09:00", "2026-01-15T07:00:00Z")]
    [InlineData("Africa/Cairo", "2026-07-15 09:00", "2026-07-15T06:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-12-15T09:00", "2018-12-15T11:00:00Z")]
    [InlineData("America/Sao_Paulo", "2026-12-15T09:00", "2026-12-15T12:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-07-15T09:00", "2026-07-15T03:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-07-15T09:00", "2026-07-15T03:15:00Z")]
    public void A_local_time_is_the_instant_of_its_zone(string zone, string written, string instant) =>
        Read(zone, written).At.ShouldBe(InstantOf(instant));

    [Theory]
    [InlineData("2026-07-15T09:00:00Z", "2026-07-15T09:00:00Z")]
    [InlineData("2026-07-15T09:00Z", "2026-07-15T09:00:00Z")]
    [InlineData("2026-07-15T09:00:00+05:45", "2026-07-15T03:15:00Z")]
    [InlineData("2026-07-15T09:00-03:00", "2026-07-15T12:00:00Z")]
    [InlineData("2026-07-15T09:00:00.000Z", "2026-07-15T09:00:00Z")]
    public void An_offset_settles_it_whatever_the_zone(string written, string instant) =>
        Read("Europe/Berlin", written).At.ShouldBe(InstantOf(instant));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T03:00+02:00")]
    [InlineData("America/New_York", "2026-03-08T02:00", "2026-03-08T03:00-04:00")]
    [InlineData("Africa/Cairo", "2026-04-24T00:30", "2026-04-24T01:00+03:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04T00:15", "2018-11-04T01:00-02:00")]
    [InlineData("Asia/Kathmandu", "1986-01-01T00:05", "1986-01-01T00:15+05:45")]
    public void A_time_that_the_clock_skips_is_refused_with_the_next_there_is(string zone, string written, string next)
    {
        var reading = Read(zone, written);
        reading.At.ShouldBeNull();
        reading.Error.ShouldBe("skipped-time");
        reading.Instead.ShouldBe([next]);
        Read(zone, next).At.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00")]
    [InlineData("America/New_York", "2026-11-01T01:00", "2026-11-01T01:00-04:00", "2026-11-01T01:00-05:00")]
    [InlineData("Africa/Cairo", "2026-10-29T23:30", "2026-10-29T23:30+03:00", "2026-10-29T23:30+02:00")]
    [InlineData("America/Sao_Paulo", "2018-02-17T23:59", "2018-02-17T23:59-02:00", "2018-02-17T23:59-03:00")]
    [InlineData("Asia/Kolkata", "1945-10-14T23:45", "1945-10-14T23:45+06:30", "1945-10-14T23:45+05:30")]
    public void A_time_that_the_clock_shows_twice_is_refused_with_both(string zone, string written, string first, string second)
    {
        var reading = Read(zone, written);
        reading.At.ShouldBeNull();
        reading.Error.ShouldBe("repeated-time");
        reading.Instead.ShouldBe([first, second]);
        (Read(zone, second).At - Read(zone, first).At)!.Value.ShouldBeGreaterThan(Duration.Zero);
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("  ", "missing")]
    [InlineData("tomorrow at nine", "unreadable-time")]
    [InlineData("2026-02-30T09:00", "unreadable-time")]
    [InlineData("2026-07-15", "unreadable-time")]
    [InlineData("2026-07-15T25:00", "unreadable-time")]
    public void What_is_no_time_is_refused(string? written, string error)
    {
        var reading = Read("Europe/Berlin", written);
        (reading.At, reading.Error).ShouldBe(((Instant?)null, error));
    }

    [Fact]
    public void Shared_hours_follow_both_clocks()
    {
        // The week in which Berlin has gone to winter time and New York has not.
        var shared = WorkingHours.Shared(
            DateTimeZoneProviders.Tzdb["Europe/Berlin"], DateTimeZoneProviders.Tzdb["America/New_York"], "09:00-18:00",
            new LocalDate(2026, 10, 26), 7);
        shared.Count.ShouldBe(5);
        shared[0].ShouldBe(new(InstantOf("2026-10-26T13:00:00Z").ToDateTimeOffset(), InstantOf("2026-10-26T17:00:00Z").ToDateTimeOffset()));
        WorkingHours.Shared(
            DateTimeZoneProviders.Tzdb["Asia/Shanghai"], DateTimeZoneProviders.Tzdb["America/Sao_Paulo"], "09:00-18:00",
            new LocalDate(2026, 6, 1), 5).ShouldBeEmpty();
        // Evening hours that run past midnight meet the other side's morning.
        WorkingHours.Shared(
            DateTimeZoneProviders.Tzdb["Asia/Shanghai"], DateTimeZoneProviders.Tzdb["America/Sao_Paulo"], "20:00-02:00",
            new LocalDate(2026, 6, 1), 1).ShouldHaveSingleItem().Start
            .ShouldBe(InstantOf("2026-06-01T01:00:00Z").ToDateTimeOffset());
    }

    static TimeReading Read(string zone, string? written) => LocalTimes.Read(written, DateTimeZoneProviders.Tzdb[zone]);

    static Instant InstantOf(string written) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(written).Value;
}
