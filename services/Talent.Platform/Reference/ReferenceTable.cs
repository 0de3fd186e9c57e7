using System.Collections.Frozen;
using System.Globalization;

namespace Talent.Platform.Reference;

/// <summary>A code list with names in seven languages, read once from an embedded tab-separated file.</summary>
sealed class ReferenceTable
{
    static readonly string[] Languages = ["en", "zh", "ru", "pt", "ar", "fr", "es"];

    readonly FrozenDictionary<string, string[]> rows;
    readonly FrozenDictionary<string, string> codesByText;

    ReferenceTable(FrozenDictionary<string, string[]> rows, FrozenDictionary<string, string> codesByText)
    {
        this.rows = rows;
        this.codesByText = codesByText;
    }

    public IReadOnlyCollection<string> Codes => rows.Keys;

    /// <summary>Reads the file: column 0 is the code, <paramref name="namesAt"/> the column of the English name; the
    /// names in the other languages follow it, then further names. A column in between is an alternative code when
    /// <paramref name="alternativeCodeAt"/> says so.</summary>
    public static ReferenceTable Load(string file, int namesAt, int? alternativeCodeAt = null)
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(typeof(ReferenceTable), file)
            ?? throw new InvalidOperationException($"The resource {file} is missing.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToArray();
        var byText = new Dictionary<string, string>(StringComparer.Ordinal);
        // Codes go first, names before further names: where two rows claim a text, the stronger claim has it.
        Claim(lines, byText, row => [row[0]]);
        if (alternativeCodeAt is { } at)
            Claim(lines, byText, row => [row[at]]);
        Claim(lines, byText, row => row[namesAt..(namesAt + Languages.Length)]);
        Claim(lines, byText, row => row[namesAt + Languages.Length].Split(';'));
        return new(
            lines.ToFrozenDictionary(row => row[0], row => row, StringComparer.Ordinal),
            byText.ToFrozenDictionary(StringComparer.Ordinal)) { NamesAt = namesAt };
    }

    int NamesAt { get; init; }

    public bool IsKnown(string? code) => code is not null && rows.ContainsKey(code);

    public string? Resolve(string? text) => codesByText.GetValueOrDefault(ReferenceText.Fold(text));

    public string Name(string code, CultureInfo culture)
    {
        if (!rows.TryGetValue(code, out var row))
            return code;
        var language = Array.IndexOf(Languages, culture.TwoLetterISOLanguageName);
        return row[NamesAt + Math.Max(0, language)];
    }

    public string Cell(string code, int column) => rows[code][column];

    public IReadOnlyList<string> Suggest(string? text, int limit) =>
        ReferenceText.Nearest(text, codesByText, limit);

    static void Claim(string[][] lines, Dictionary<string, string> byText, Func<string[], string[]> texts)
    {
        foreach (var row in lines)
        {
            foreach (var text in texts(row))
            {
                var key = ReferenceText.Fold(text);
                if (key.Length > 0)
                    byText.TryAdd(key, row[0]);
            }
        }
    }
}
