using System.Globalization;

namespace Talent.Contracts.Graduates;

/// <summary>A date that may be known to the year or the month only, as CVs give them.</summary>
/// <param name="First">The date; the first day of the year or month when no more is known.</param>
/// <param name="Precision"><c>year</c>, <c>month</c>, or null: known to the day.</param>
public readonly record struct PartialDate(DateOnly First, string? Precision = null)
{
    /// <summary>The precision of a date of which only the year is known.</summary>
    public const string Year = "year";

    /// <summary>The precision of a date of which only year and month are known.</summary>
    public const string Month = "month";

    /// <summary>Reads <c>2024</c>, <c>2024-06</c> or <c>2024-06-30</c>; a time after the day is ignored.</summary>
    /// <returns>Null when the text is none of these, or no day of the calendar.</returns>
    public static PartialDate? Parse(string? text)
    {
        var date = text?.Trim() ?? "";
        if (date.Length > 10 && date[10] is 'T' or ' ')
            date = date[..10];
        return date.Length switch
        {
            4 => Exact(date, "yyyy", Year),
            7 => Exact(date, "yyyy-MM", Month),
            10 => Exact(date, "yyyy-MM-dd", null),
            _ => null,
        };
    }

    /// <summary>The date without the days, or months, that are not known.</summary>
    public static PartialDate? Of(DateOnly? first, string? precision) => first is not { } date ? null : precision switch
    {
        Year => new(new DateOnly(date.Year, 1, 1), Year),
        Month => new(new DateOnly(date.Year, date.Month, 1), Month),
        _ => new(date),
    };

    /// <summary><c>2024</c>, <c>2024-06</c> or <c>2024-06-30</c>.</summary>
    public override string ToString() => First.ToString(
        Precision switch { Year => "yyyy", Month => "yyyy-MM", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);

    static PartialDate? Exact(string text, string format, string? precision) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(date, precision)
            : null;
}
