using Talent.Contracts.Notifications;
using Talent.Notifications.Domain;

namespace Talent.Notifications.Tests;

/// <summary>A person's quiet hours and digest, on ordinary days and on those when clocks are put forward or back.</summary>
public sealed class MailHoursTests
{
    [Theory]
    // Berlin, ordinary days: quiet from 21:00 to 08:00.
    [InlineData("Europe/Berlin", "2030-01-15T19:59:00Z", "2030-01-15T19:59:00Z")]
    [InlineData("Europe/Berlin", "2030-01-15T20:00:00Z", "2030-01-16T07:00:00Z")]
    [InlineData("Europe/Berlin", "2030-01-16T03:00:00Z", "2030-01-16T07:00:00Z")]
    [InlineData("Europe/Berlin", "2030-01-16T07:00:00Z", "2030-01-16T07:00:00Z")]
    // The night that clocks go forward (31 March 2030) is an hour shorter, the one they go back (27 October) longer.
    [InlineData("Europe/Berlin", "2030-03-30T21:00:00Z", "2030-03-31T06:00:00Z")]
    [InlineData("Europe/Berlin", "2030-10-26T20:00:00Z", "2030-10-27T07:00:00Z")]
    // No daylight saving time; a quarter of an hour off; the other side of the date line; an unknown zone is UTC.
    [InlineData("Asia/Kathmandu", "2030-06-01T16:00:00Z", "2030-06-02T02:15:00Z")]
    [InlineData("Pacific/Kiritimati", "2030-06-01T10:00:00Z", "2030-06-01T18:00:00Z")]
    [InlineData("Nowhere/Atall", "2030-06-01T22:00:00Z", "2030-06-02T08:00:00Z")]
    public void A_mail_waits_for_the_end_of_the_quiet_hours(string zone, string at, string due) =>
        Hours(zone).DueAt(MailTimings.Now, Instant(at)).ShouldBe(Instant(due));

    [Theory]
    [InlineData("Europe/Berlin", "2030-01-15T06:59:59Z", "2030-01-15T07:00:00Z")]
    [InlineData("Europe/Berlin", "2030-01-15T07:00:00Z", "2030-01-16T07:00:00Z")]
    [InlineData("Europe/Berlin", "2030-03-30T12:00:00Z", "2030-03-31T06:00:00Z")]
    [InlineData("Africa/Cairo", "2030-01-15T12:00:00Z", "2030-01-16T06:00:00Z")]
    public void A_digest_comes_at_its_time_of_the_next_day_that_has_one(string zone, string at, string due) =>
        Hours(zone).DueAt(MailTimings.Digest, Instant(at)).ShouldBe(Instant(due));

    [Fact]
    public void A_time_that_the_day_skips_comes_when_the_skipped_hour_is_over()
    {
        // 02:00 to 03:00 does not exist in Berlin on 31 March 2030.
        var hours = Hours("Europe/Berlin", digestAt: "02:30", quietFrom: "22:00", quietTo: "02:30");
        hours.DueAt(MailTimings.Digest, Instant("2030-03-30T23:00:00Z")).ShouldBe(Instant("2030-03-31T01:00:00Z"));
        hours.DueAt(MailTimings.Now, Instant("2030-03-30T23:00:00Z")).ShouldBe(Instant("2030-03-31T01:00:00Z"));
    }

    [Fact]
    public void A_digest_whose_time_the_day_has_twice_comes_once()
    {
        // 02:00 to 03:00 comes twice in Berlin on 27 October 2030.
        var hours = Hours("Europe/Berlin", digestAt: "02:30", quietFrom: "22:00", quietTo: "02:30");
        var first = hours.DueAt(MailTimings.Digest, Instant("2030-10-26T22:00:00Z"));
        first.ShouldBe(Instant("2030-10-27T00:30:00Z"));
        hours.DueAt(MailTimings.Digest, first).ShouldBe(Instant("2030-10-28T01:30:00Z"));
        hours.DueAt(MailTimings.Now, Instant("2030-10-27T00:10:00Z")).ShouldBe(Instant("2030-10-27T01:30:00Z"));
    }

    [Fact]
    public void A_year_of_digests_has_one_for_each_day()
    {
        foreach (var zone in new[]
        {
            "Europe/Berlin", "America/New_York", "Africa/Cairo", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu",
        })
        {
            var hours = Hours(zone, digestAt: "00:00");
            var (at, days) = (Instant("2030-01-01T12:00:00Z"), new List<DateOnly>());
            for (var day = 0; day < 365; day++)
            {
                at = hours.DueAt(MailTimings.Digest, at);
                days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime));
            }
            days.ShouldBe(Enumerable.Range(1, 365).Select(day => days[0].AddDays(day - 1)), zone);
        }
    }

    [Fact]
    public void Equal_times_mean_no_quiet_hours() => Hours("Etc/UTC", quietFrom: "00:00", quietTo: "00:00")
        .DueAt(MailTimings.Now, Instant("2030-01-01T03:00:00Z")).ShouldBe(Instant("2030-01-01T03:00:00Z"));

    static MailHours Hours(string zone, string digestAt = "08:00", string quietFrom = "21:00", string quietTo = "08:00") => new(
        new MailPreferences
        {
            AccountId = Guid.CreateVersion7(), QuietFrom = quietFrom, QuietTo = quietTo, DigestAt = digestAt,
            Kinds = new Dictionary<string, string>(StringComparer.Ordinal),
        }, zone);

    static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
