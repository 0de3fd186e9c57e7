using System.Globalization;

namespace Talent.Platform.Intake;

/// <summary>The vocabulary of what can be wrong with a file, a row or a cell. Codes are stable; the words are in
/// <c>IntakeMessages.resx</c>, one entry for each code.</summary>
public static class IntakeErrors
{
    // Whole files.
    public static RowError FileTooLarge(long maxBytes) => new(null, "file-too-large", Megabytes(maxBytes));
    public static RowError TooManyRows(int max) => new(null, "too-many-rows", Number(max));
    public static RowError TooManyColumns(int max) => new(null, "too-many-columns", Number(max));
    public static RowError UnsupportedFormat(string fileName) => new(null, "unsupported-format", fileName);
    public static RowError ContentMismatch(string fileName, string content) =>
        new(null, "content-mismatch", fileName, content);
    public static RowError LegacySpreadsheet() => new(null, "legacy-spreadsheet");
    public static RowError EncryptedFile() => new(null, "encrypted-file");
    public static RowError NotReadable(string detail) => new(null, "not-readable", detail);
    public static RowError UnknownEncoding() => new(null, "unknown-encoding");
    public static RowError ZipBomb(long maxBytes) => new(null, "zip-bomb", Megabytes(maxBytes));
    public static RowError EmptyFile() => new(null, "empty-file");
    public static RowError MissingHeading(string headings) => new(null, "missing-heading", headings);
    public static RowError DuplicateHeading(string heading, string column) =>
        new(column, "duplicate-heading", heading);
    public static RowError NotTaken(int processed) => new(null, "not-taken", Number(processed));
    public static RowError NotAnArray() => new(null, "not-an-array");

    // Notes: the file is taken all the same.
    public static RowError UnknownHeading(string heading, string known) => new(null, "unknown-heading", heading, known);

    // Rows.
    public static RowError BadQuotes() => new(null, "bad-quotes");
    public static RowError TooManyCells(int found, int expected) =>
        new(null, "too-many-cells", Number(found), Number(expected));
    public static RowError TooFewCells(int found, int expected) =>
        new(null, "too-few-cells", Number(found), Number(expected));
    public static RowError NotAnObject() => new(null, "not-an-object");
    public static RowError WrongType(string? path) => new(path, "wrong-type");
    public static RowError DuplicateExternalId(string value, int firstRow) =>
        new("external_id", "duplicate-external-id", value, Number(firstRow));

    // Cells.
    public static RowError CellError(string? column, string value) => new(column, "cell-error", value);
    public static RowError Missing(string column) => new(column, "missing");
    public static RowError MissingWith(string column, string other) => new(column, "missing-with", other);
    public static RowError TooLong(string column, int max, int actual) =>
        new(column, "too-long", Number(max), Number(actual));
    public static RowError TooManyItems(string column, int max, int actual) =>
        new(column, "too-many-items", Number(max), Number(actual));
    public static RowError BadNumber(string column, string value) => new(column, "bad-number", value);
    public static RowError AmbiguousNumber(string column, string value) => new(column, "ambiguous-number", value);
    public static RowError NumberOutOfRange(string column, string value, string min, string max) =>
        new(column, "number-out-of-range", value, min, max);
    public static RowError BadDate(string column, string value) => new(column, "bad-date", value);
    public static RowError AmbiguousDate(string column, string value) => new(column, "ambiguous-date", value);
    public static RowError DateInPast(string column, string value, string today) =>
        new(column, "date-in-past", value, today);
    public static RowError ClosesOnPast(DateOnly value, DateOnly today) =>
        DateInPast("closes_on", Date(value), Date(today));
    public static RowError PayMinAbovePayMax(decimal min, decimal max) =>
        new("pay_min", "pay-min-above-pay-max", Number(min), Number(max));
    public static RowError UnknownOption(string column, string value, string options) =>
        new(column, "unknown-option", value, options);
    public static RowError UnknownCountry(string column, string value, string codes) =>
        new(column, "unknown-country", value, codes);
    public static RowError UnknownCurrency(string column, string value, string codes) =>
        new(column, "unknown-currency", value, codes);
    public static RowError UnknownZone(string column, string value, string ids) =>
        new(column, "unknown-zone", value, ids);
    public static RowError UnknownLanguage(string column, string value, string codes) =>
        new(column, "unknown-language", value, codes);
    public static RowError BadLanguageLevel(string column, string value) => new(column, "bad-language-level", value);
    public static RowError ScaleNotForLanguage(string column, string value) =>
        new(column, "scale-not-for-language", value);
    public static RowError LevelOutOfRange(string column, string value, int min, int max) =>
        new(column, "level-out-of-range", value, Number(min), Number(max));
    public static RowError BadSkill(string column, string value) => new(column, "bad-skill", value);
    public static RowError BadCertificate(string column, string value) => new(column, "bad-certificate", value);
    public static RowError BadEducation(string column, string value) => new(column, "bad-education", value);
    public static RowError BadCreditCode(string column, string value) => new(column, "bad-credit-code", value);
    public static RowError BadWebsite(string column, string value) => new(column, "bad-website", value);
    public static RowError BadEmail(string column, string value) => new(column, "bad-email", value);

    // CVs: files that cannot be read, and what of a readable one was changed, guessed or left out.
    public static RowError NotACv(string fileName) => new(null, "not-a-cv", fileName);
    public static RowError DocumentType() => new(null, "document-type");
    public static RowError TooDeep(int max) => new(null, "too-deep", Number(max));
    public static RowError UnknownSkill(string skill) => new("skills", "unknown-skill", skill);
    public static RowError AssumedLevel(string column, string value, string level) =>
        new(column, "assumed-level", value, level);
    public static RowError NotYoursToClaim(string certificate) =>
        new("certificates", "not-yours-to-claim", certificate);
    public static RowError LeftOut(string what) => new(null, "left-out", what);
    public static RowError Shortened(string column, int max, int actual) =>
        new(column, "shortened", Number(max), Number(actual));
    public static RowError ListShortened(string column, int max, int actual) =>
        new(column, "list-shortened", Number(max), Number(actual));

    static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
    static string Date(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static string Megabytes(long bytes) => Number(Math.Max(1, bytes / (1024 * 1024)));
}
