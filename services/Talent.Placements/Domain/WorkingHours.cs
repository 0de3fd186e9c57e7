using NodaTime;
using NodaTime.Text;
using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>When both sides are at work: each in their own zone, which puts their days apart.</summary>
static class WorkingHours
{
    /// <summary>An enterprise's hours: 09:00 to 18:00.</summary>
    public const string OfEmployers = "09:00-18:00";

    static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The times from <paramref name="first"/> on, for so many of the employer's days, at which both work; Mondays
    /// to Fridays of the employer.</summary>
    /// <param name="graduateHours">Local, <c>HH:mm-HH:mm</c>; they may run past midnight.</param>
    public static IReadOnlyList<Slot> Shared(
        DateTimeZone employer, DateTimeZone graduate, string graduateHours, LocalDate first, int days)
    {
        var shared = new List<Slot>();
        foreach (var day in Enumerable.Range(0, days).Select(first.PlusDays).Where(IsWorkday))
        {
            var there = Of(employer, day, OfEmployers);
            foreach (var other in new[] { day.PlusDays(-1), day, day.PlusDays(1) })
            {
                var here = Of(graduate, other, graduateHours);
                var (start, end) = (Instant.Max(there.Start, here.Start), Instant.Min(there.End, here.End));
                if (start < end)
                    shared.Add(new Slot(start.ToDateTimeOffset(), end.ToDateTimeOffset()));
            }
        }
        return shared;
    }

    static bool IsWorkday(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    static (Instant Start, Instant End) Of(DateTimeZone zone, LocalDate day, string hours)
    {
        var parts = hours.Split('-');
        var (from, to) = parts.Length == 2
            && Time.Parse(parts[0].Trim()) is { Success: true } start && Time.Parse(parts[1].Trim()) is { Success: true } end
            ? (start.Value, end.Value)
            : (new LocalTime(9, 0), new LocalTime(18, 0));
        var last = to <= from ? day.PlusDays(1) : day;
        return (zone.AtLeniently(day.At(from)).ToInstant(), zone.AtLeniently(last.At(to)).ToInstant());
    }
}
