using Talent.Matching.Eligibility;
using Talent.Matching.Ranking;

namespace Talent.Matching.Tests.Eligibility;

public class WorkingHoursOverlapTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "09:00-18:00", "Asia/Shanghai", "2026-03-02", 540)]
    [InlineData("Europe/Moscow", "09:00-18:00", "Asia/Shanghai", "2026-03-02", 240)]
    [InlineData("America/Sao_Paulo", "09:00-18:00", "Asia/Shanghai", "2026-03-02", 0)]
    [InlineData("America/Sao_Paulo", "22:00-07:00", "Asia/Shanghai", "2026-03-02", 540)]
    [InlineData("America/Sao_Paulo", "20:00-00:00", "Asia/Shanghai", "2026-03-02", 120)]
    [InlineData("Asia/Shanghai", "00:00-00:00", "Europe/Berlin", "2026-03-02", 540)]
    public void Adds_up_the_minutes_within_the_employers_day(
        string zone, string hours, string employer, string day, int minutes) =>
        Minutes(zone, hours, employer, day).ShouldBe(minutes);

    [Fact]
    public void Follows_the_clocks_of_the_day_asked_about()
    {
        // Berlin is at UTC+1 in winter and UTC+2 in summer; Johannesburg stays at UTC+2.
        Minutes("Africa/Johannesburg", "09:00-18:00", "Europe/Berlin", "2026-01-15").ShouldBe(480);
        Minutes("Africa/Johannesburg", "09:00-18:00", "Europe/Berlin", "2026-07-15").ShouldBe(540);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nine to five")]
    [InlineData("25:00-26:00")]
    public void Takes_hours_that_it_cannot_read_as_nine_to_six(string hours) =>
        Minutes("Asia/Shanghai", hours, "Asia/Shanghai", "2026-03-02").ShouldBe(540);

    static int Minutes(string zone, string hours, string employer, string day) => WorkingHoursOverlap.Minutes(
        WorkingHours.Parse(zone, hours), ClockZone.Of(employer),
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
}
