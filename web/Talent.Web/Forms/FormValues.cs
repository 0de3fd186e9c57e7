using System.Globalization;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Graduates;

namespace Talent.Web.Forms;

/// <summary>What stands in a form, by field name. A field's name is the JSON path of what it fills, so that an error the
/// service reports by path finds its field; what was typed is shown again as it was typed, right or wrong.</summary>
public sealed class FormValues
{
    static readonly string[] Secrets = ["password", "newPassword", "current", "new"];

    readonly Dictionary<string, string[]> values = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string[]> unreadable = new(StringComparer.OrdinalIgnoreCase);

    public FormValues()
    {
    }

    public FormValues(IFormCollection form)
    {
        foreach (var (name, entered) in form)
            values[name] = [.. entered.Where(value => !string.IsNullOrWhiteSpace(value))
                .Select(value => IsSecret(name) ? value! : value!.Trim())];
    }

    public static async Task<FormValues> ReadAsync(HttpRequest request, CancellationToken cancel) =>
        new(await request.ReadFormAsync(cancel));

    /// <summary>True for what is taken to the letter and never shown again.</summary>
    public static bool IsSecret(string name) => Secrets.Contains(name, StringComparer.Ordinal);

    /// <summary>What could not be read as what the field asks for; the kind (<c>number</c>, <c>date</c>) by path.</summary>
    public IReadOnlyDictionary<string, string[]> Unreadable => unreadable;

    public string? this[string path]
    {
        get => All(path) is [var first, ..] ? first : null;
        set => values[path] = value is null ? [] : [value];
    }

    public IReadOnlyList<string> All(string path) => values.GetValueOrDefault(path, []);

    public void Set(string path, IEnumerable<string> several) => values[path] = [.. several];

    public void Set(string path, IFormattable? value) => this[path] = value?.ToString(null, CultureInfo.InvariantCulture);

    public void Set(string path, DateOnly? date) => this[path] = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How many rows of a list are there: the highest index that holds anything, plus one.</summary>
    public int Rows(string list) => values.Where(pair => pair.Value.Length > 0)
        .Select(pair => IndexIn(list, pair.Key)).Append(-1).Max() + 1;

    /// <summary>The paths of a list's rows (<c>skills[0]</c>) in which one of <paramref name="members"/> was filled in.</summary>
    public IEnumerable<string> Each(string list, params string[] members) => Enumerable.Range(0, Rows(list))
        .Select(index => $"{list}[{index}]")
        .Where(row => Array.Exists(members, member => this[$"{row}.{member}"] is not null));

    public int? Number(string path) => Read<int>(path, "number", text =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null);

    public decimal? Amount(string path) => Read<decimal>(path, "number", text =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null);

    public DateOnly? Date(string path) => Read<DateOnly>(path, "date", text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : null);

    /// <summary>A date of which the day, or the month too, may be missing: <c>2024</c>, <c>2024-06</c>.</summary>
    public PartialDate? Period(string path) => Read<PartialDate>(path, "period", PartialDate.Parse);

    /// <summary>A reference to a thing; <see cref="Guid.Empty"/>, which nothing has, when there is none.</summary>
    public Guid Id(string path) => Guid.TryParse(this[path], out var id) ? id : Guid.Empty;

    public bool Flag(string path) => this[path] == "true";

    TValue? Read<TValue>(string path, string kind, Func<string, TValue?> parse) where TValue : struct
    {
        if (this[path] is not { } text)
            return null;
        var value = parse(text);
        if (value is null)
            unreadable[path] = [kind];
        return value;
    }

    static int IndexIn(string list, string path)
    {
        if (!path.StartsWith(list + "[", StringComparison.OrdinalIgnoreCase))
            return -1;
        var digits = path[(list.Length + 1)..].Split(']')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
    }
}
