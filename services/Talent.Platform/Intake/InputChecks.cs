using System.Globalization;
using Talent.Platform.Reference;

namespace Talent.Platform.Intake;

/// <summary>Checks of an input's fields, whatever way it came (form, API, file). Each check adds what is wrong under the
/// column's name and gives back the value in its canonical form, or null when it is missing or wrong.</summary>
/// <param name="Errors">What was found wrong so far.</param>
public sealed record InputChecks(List<RowError> Errors)
{
    /// <summary>Free text; control characters are dropped, line breaks stay.</summary>
    public string? Text(string column, string? value, int max, bool required = false)
    {
        var text = Clean(value);
        if (text is null && required)
            Errors.Add(IntakeErrors.Missing(column));
        if (text is null || text.Length <= max)
            return text;
        Errors.Add(IntakeErrors.TooLong(column, max, text.Length));
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Number(string column, int? value, int min, int max)
    {
        if (value is null || (value >= min && value <= max))
            return value;
        Errors.Add(IntakeErrors.NumberOutOfRange(column, Invariant(value.Value), Invariant(min), Invariant(max)));
        return null;
    }

    /// <summary>A level within bounds.</summary>
    public int? Level(string column, int? value, int min, int max)
    {
        if (value is null || (value >= min && value <= max))
            return value;
        Errors.Add(IntakeErrors.LevelOutOfRange(column, Invariant(value.Value), min, max));
        return null;
    }

    /// <summary>An amount of money, 0 to 1,000,000,000 with at most two decimals kept.</summary>
    public decimal? Amount(string column, decimal? value)
    {
        const decimal most = 1_000_000_000m;
        if (value is null or (>= 0 and <= most))
            return value is { } amount ? Math.Round(amount, 2, MidpointRounding.AwayFromZero) / 1.00m : null;
        Errors.Add(IntakeErrors.NumberOutOfRange(column, Invariant(value.Value), "0", Invariant(most)));
        return null;
    }

    /// <summary>One of a closed set.</summary>
    public string? Option(string column, string? value, OptionSet options)
    {
        if (Clean(value) is not { } text)
            return null;
        if (options.Find(text) is { } known)
            return known;
        Errors.Add(IntakeErrors.UnknownOption(column, text, string.Join(", ", options.Values)));
        return null;
    }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country(string column, string? value, bool required = false)
    {
        if (Clean(value) is not { } text)
        {
            if (required)
                Errors.Add(IntakeErrors.Missing(column));
            return null;
        }
        if (Countries.Resolve(text) is { } code)
            return code;
        Errors.Add(IntakeErrors.UnknownCountry(column, text, string.Join(", ", Countries.Suggest(text))));
        return null;
    }

    /// <summary>ISO 3166-1 alpha-2 codes, each once, in order.</summary>
    public IReadOnlyList<string> CountryList(string column, IReadOnlyList<string>? values) =>
        [.. Items(column, values).Select(value => Country(column, value)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Values of a closed set, each once, in order.</summary>
    public IReadOnlyList<string> OptionList(string column, IReadOnlyList<string>? values, OptionSet options) =>
        [.. Items(column, values).Select(value => Option(column, value, options)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>ISO 4217.</summary>
    public string? Currency(string column, string? value)
    {
        if (Clean(value) is not { } text)
            return null;
        if (Currencies.Resolve(text) is { } code)
            return code;
        Errors.Add(IntakeErrors.UnknownCurrency(column, text, string.Join(", ", Currencies.Suggest(text))));
        return null;
    }

    /// <summary>An IANA time zone id.</summary>
    public string? Zone(string column, string? value)
    {
        if (Clean(value) is not { } text)
            return null;
        if (Zones.Resolve(text) is { } id)
            return id;
        Errors.Add(IntakeErrors.UnknownZone(column, text, string.Join(", ", Zones.Suggest(text))));
        return null;
    }

    /// <summary>A BCP 47 primary language.</summary>
    public string? Language(string column, string? value)
    {
        if (Clean(value) is not { } text)
            return null;
        if (Languages.Resolve(text) is { } code)
            return code;
        Errors.Add(IntakeErrors.UnknownLanguage(column, text, string.Join(", ", Languages.Suggest(text))));
        return null;
    }

    /// <summary>A level of a language on its scale; without a scale, the scale that knows the level.</summary>
    public ScaleLevel? LanguageLevel(string column, string language, string? scale, string? level)
    {
        var written = $"{scale}{level}";
        var found = scale is null ? LanguageScales.Parse(level) : LanguageScales.Find(scale, level);
        if (found is not { } known)
        {
            Errors.Add(IntakeErrors.BadLanguageLevel(column, written));
            return null;
        }
        if (LanguageScales.Measures(known.Scale, language))
            return known;
        Errors.Add(IntakeErrors.ScaleNotForLanguage(column, $"{language}:{written}"));
        return null;
    }

    /// <summary>The items of a list that is not too long; too long a list is reported and taken as empty.</summary>
    public IReadOnlyList<T> Items<T>(string column, IReadOnlyList<T>? items)
    {
        if (items is null)
            return [];
        if (items.Count > ListCells.MaxItems)
        {
            Errors.Add(IntakeErrors.TooManyItems(column, ListCells.MaxItems, items.Count));
            return [];
        }
        // JSON may say null where an item should be, whatever the type promises.
        var given = items.Where(item => item is not null).ToList();
        if (given.Count < items.Count)
            Errors.Add(IntakeErrors.Missing(column));
        return given;
    }

    /// <summary>The scheme of a certificate: lower-case letters, digits, hyphens.</summary>
    public string? Scheme(string column, string? value)
    {
        var text = Clean(value)?.ToLowerInvariant();
        if (text is { Length: <= 100 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-'))
            return text;
        Errors.Add(IntakeErrors.BadCertificate(column, text ?? ""));
        return null;
    }

    static string? Clean(string? value)
    {
        if (value is null)
            return null;
        var text = value.Any(IsUnwanted) ? string.Concat(value.Where(letter => !IsUnwanted(letter))) : value;
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    // PostgreSQL keeps no NUL, and no screen shows the others.
    static bool IsUnwanted(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');

    static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
