using System.Globalization;
using Talent.Matching.Ranking;

namespace Talent.Matching.Eligibility;

/// <summary>How much of a graduate's working day falls into an employer's, in two time zones. Offsets are those in force
/// at 12:00 UTC of the day asked about: clocks that change at other times of the year, or on other dates in the two
/// countries, give another answer for another day.</summary>
internal static class WorkingHoursOverlap
{
    const int EmployerFrom = 9 * 60;
    const int EmployerTo = 18 * 60;
    const int Day = 24 * 60;

    /// <summary>Minutes of the graduate's hours within the employer's 09:00–18:00, 0 to 540. The graduate's days before
    /// and after count too, for hours that pass midnight on the employer's clock.</summary>
    public static int Minutes(WorkingHours graduate, ClockZone employerZone, DateOnly day)
    {
        var shift = employerZone.OffsetMinutes(day) - graduate.Zone.OffsetMinutes(day);
        var minutes = 0;
        for (var start = -2 * Day; start <= 2 * Day; start += Day)
        {
            var from = Math.Max(EmployerFrom, graduate.From + shift + start);
            var to = Math.Min(EmployerTo, graduate.To + shift + start);
            minutes += Math.Max(0, to - from);
        }

        return Math.Min(minutes, EmployerTo - EmployerFrom);
    }

    /// <summary>The employer's day on the graduate's clock: <c>02:00-11:00</c>.</summary>
    public static string EmployerDay(ClockZone employerZone, ClockZone graduateZone, DateOnly day)
    {
        var shift = graduateZone.OffsetMinutes(day) - employerZone.OffsetMinutes(day);
        return $"{Clock(EmployerFrom + shift)}-{Clock(EmployerTo + shift)}";
    }

    static string Clock(int minutes) =>
        TimeOnly.MinValue.AddMinutes(minutes).ToString("HH:mm", CultureInfo.InvariantCulture);
}
