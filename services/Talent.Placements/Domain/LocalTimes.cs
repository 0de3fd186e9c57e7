using NodaTime;
using NodaTime.Text;

namespace Talent.Placements.Domain;

/// <summary>Reads a time as people write it: an instant, or a local time in a zone, where clocks skip some and show others
/// twice.</summary>
static class LocalTimes
{
    static readonly LocalDateTimePattern[] Locals =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd' 'HH:mm"),
    ];

    static readonly OffsetDateTimePattern[] Instants =
    [
        OffsetDateTimePattern.Rfc3339,
        OffsetDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mmo<Z+HH:mm>"),
    ];

    static readonly OffsetDateTimePattern Exact =
        OffsetDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mmo<Z+HH:mm>");

    /// <summary>The instant that is meant; or why there is none, or which two there are.</summary>
    /// <param name="text">RFC 3339 with an offset or <c>Z</c>, or <c>yyyy-MM-ddTHH:mm</c> in the zone.</param>
    public static TimeReading Read(string? text, DateTimeZone zone)
    {
        var written = text?.Trim() ?? "";
        if (written.Length == 0)
            return new TimeReading(null, "missing", []);
        foreach (var pattern in Instants)
        {
            if (pattern.Parse(written) is { Success: true } read)
                return new TimeReading(read.Value.ToInstant(), null, []);
        }
        foreach (var pattern in Locals)
        {
            if (pattern.Parse(written) is { Success: true } read)
                return Of(read.Value, zone);
        }
        return new TimeReading(null, "unreadable-time", []);
    }

    static TimeReading Of(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => new TimeReading(mapping.Single().ToInstant(), null, []),
            // The first time that the clock shows after the gap; both readings that were possible lie an offset apart.
            0 => new TimeReading(null, "skipped-time", [Written(mapping.LateInterval.Start.InZone(zone))]),
            _ => new TimeReading(null, "repeated-time", [Written(mapping.First()), Written(mapping.Last())]),
        };
    }

    static string Written(ZonedDateTime time) => Exact.Format(time.ToOffsetDateTime());
}

/// <summary>What a written time was understood as.</summary>
/// <param name="Error">Null, <c>missing</c>, <c>unreadable-time</c>, <c>skipped-time</c> or <c>repeated-time</c>.</param>
/// <param name="Instead">What would be right, as it can be written; of a repeated time the earlier first.</param>
sealed record TimeReading(Instant? At, string? Error, IReadOnlyList<string> Instead);
