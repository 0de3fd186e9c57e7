using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using Talent.Platform.Reference;

namespace Talent.Platform.Intake;

/// <summary>Reads single values as people write them in tables. A null or blank text gives null and no error; what
/// could mean two things is refused with advice rather than guessed.</summary>
public static partial class CellParsers
{
    const RegexOptions Exact = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static Parsed<int?> Number(string column, string? text, int min, int max)
    {
        if (Plain(text) is not { } value)
            return new((int?)null);
        if (!WholeNumber().IsMatch(value))
            return new(null, IntakeErrors.BadNumber(column, value));
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < min || number > max)
            return new(null, IntakeErrors.NumberOutOfRange(column, value, Invariant(min), Invariant(max)));
        return new(number);
    }

    /// <summary>An amount with a decimal point, zero to 10^12. <c>1,234.56</c> is understood; <c>1.234,56</c>,
    /// <c>1,234</c> and <c>1.234</c>, which readers of different countries take for different amounts, are
    /// refused.</summary>
    public static Parsed<decimal?> Amount(string column, string? text)
    {
        const decimal max = 1_000_000_000_000m;
        if (Plain(text) is not { } value)
            return new((decimal?)null);
        if (!AnyAmount().IsMatch(value))
            return new(null, IntakeErrors.BadNumber(column, value));
        if (!PlainAmount().IsMatch(value) && !GroupedAmount().IsMatch(value))
            return new(null, IntakeErrors.AmbiguousNumber(column, value));
        if (!decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            || amount < 0 || amount > max)
            return new(null, IntakeErrors.NumberOutOfRange(column, value, "0", Invariant(max)));
        return new(amount);
    }

    /// <summary>A date, year first: <c>2026-05-01</c>, <c>2026/5/1</c>, <c>2026.5.1</c>, <c>20260501</c>,
    /// <c>2026年5月1日</c>; a time after it is ignored. <c>01/05/2026</c> is refused.</summary>
    public static Parsed<DateOnly?> Date(string column, string? text)
    {
        if (Plain(text) is not { } value)
            return new((DateOnly?)null);
        if (DayOrMonthFirst().IsMatch(value))
            return new(null, IntakeErrors.AmbiguousDate(column, value));
        var match = YearFirst().Match(value);
        if (!match.Success)
            match = Digits().Match(value);
        return match.Success && Calendar(match) is { } date
            ? new(date)
            : new(null, IntakeErrors.BadDate(column, value));
    }

    /// <summary>One of a closed set of values, or a synonym of it in English or Chinese.</summary>
    public static Parsed<string?> Option(string column, string? text, OptionSet options) =>
        Known(text, options.Find, value =>
            IntakeErrors.UnknownOption(column, value, string.Join(", ", options.Values)));

    /// <summary>A country as ISO 3166-1 alpha-2, from a code or a name.</summary>
    public static Parsed<string?> Country(string column, string? text) =>
        Known(text, Countries.Resolve, value =>
            IntakeErrors.UnknownCountry(column, value, Listed(Countries.Suggest(value), "MY")));

    /// <summary>A currency as ISO 4217, from a code or a name.</summary>
    public static Parsed<string?> Currency(string column, string? text) =>
        Known(text, Currencies.Resolve, value =>
            IntakeErrors.UnknownCurrency(column, value, Listed(Currencies.Suggest(value), "CNY")));

    /// <summary>An IANA time zone.</summary>
    public static Parsed<string?> Zone(string column, string? text) =>
        Known(text, Zones.Resolve, value =>
            IntakeErrors.UnknownZone(column, value, Listed(Zones.Suggest(value), "Asia/Kuala_Lumpur")));

    /// <summary>A language as BCP 47 primary subtag, from a tag or a name.</summary>
    public static Parsed<string?> Language(string column, string? text) =>
        Known(text, Languages.Resolve, value =>
            IntakeErrors.UnknownLanguage(column, value, Listed(Languages.Suggest(value), "zh")));

    /// <summary>An e-mail address, at most 254 characters, its domain in small letters.</summary>
    public static Parsed<string?> Email(string column, string? text) =>
        Known(text, Address, value => IntakeErrors.BadEmail(column, value));

    static Parsed<string?> Known(string? text, Func<string, string?> find, Func<string, RowError> error)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value))
            return new((string?)null);
        return find(value) is { } found ? new(found) : new(null, error(value));
    }

    static string? Address(string text)
    {
        var at = text.LastIndexOf('@');
        var wellFormed = text.Length <= 254
            && MailAddress.TryCreate(text, out var address)
            && string.Equals(address.Address, text, StringComparison.Ordinal)
            && text.AsSpan(at + 1).Contains('.') && !text.EndsWith('.');
        return wellFormed ? text[..at] + text[at..].ToLowerInvariant() : null;
    }

    // The way round people give examples: near misses when there are any, else something known to be right.
    static string Listed(IReadOnlyList<string> suggestions, string example) =>
        suggestions.Count > 0 ? string.Join(", ", suggestions) : example;

    /// <summary>The text trimmed and with full-width digits and signs made plain; null when nothing is left.</summary>
    static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return text.Normalize(NormalizationForm.FormKC).Trim();
        }
        catch (ArgumentException)
        {
            return text.Trim();
        }
    }

    static DateOnly? Calendar(Match match)
    {
        var year = Group(match, "year");
        var month = Group(match, "month");
        var day = Group(match, "day");
        var exists = year is >= 1900 and <= 2200 && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return exists ? new DateOnly(year, month, day) : null;
    }

    static int Group(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[+-]?[0-9]+$", Exact, 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex("^[+-]?[0-9][0-9.,]*$", Exact, 1000)]
    private static partial Regex AnyAmount();

    // One dot followed by exactly three digits is how many countries group thousands; after a zero it cannot be.
    [GeneratedRegex(@"^[+-]?([0-9]+(\.([0-9]{1,2}|[0-9]{4,}))?|0\.[0-9]{3})$", Exact, 1000)]
    private static partial Regex PlainAmount();

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}((,[0-9]{3})+\.[0-9]+|(,[0-9]{3}){2,})$", Exact, 1000)]
    private static partial Regex GroupedAmount();

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?:(?<s>[-/.])|年)(?<month>[0-9]{1,2})(?(s)\k<s>|月)(?<day>[0-9]{1,2})(?(s)|日?)"
            + @"(?:[T ]\s*[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?$",
        Exact, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})$", Exact, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{4}|[0-9]{2})$", Exact, 1000)]
    private static partial Regex DayOrMonthFirst();
}
