using System.Collections.Frozen;
using System.Globalization;
using Talent.Platform.Reference;

namespace Talent.Platform.Intake;

/// <summary>A column that an import understands.</summary>
/// <param name="Name">The canonical English name, e.g. <c>pay_min</c>; accepted as a heading.</param>
/// <param name="Headings">Further headings accepted, English and Chinese; the first with a Chinese character heads the
/// Chinese template.</param>
/// <param name="Required">True when a file without the column is refused.</param>
/// <param name="MaxLength">Characters a cell may have.</param>
public sealed record ColumnDefinition(string Name, string[] Headings, bool Required = false, int MaxLength = 200)
{
    /// <summary>The heading for a template in the culture's language: Chinese, else the canonical name.</summary>
    public string Heading(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "zh", StringComparison.Ordinal)
            ? Headings.FirstOrDefault(heading => heading.Any(letter => letter is >= '\u4e00' and <= '\u9fff')) ?? Name
            : Name;
}

/// <summary>The columns of one kind of import, in the order of its template.</summary>
public sealed class ColumnSet
{
    readonly FrozenDictionary<string, ColumnDefinition> byHeading;

    /// <summary>A set of columns.</summary>
    /// <exception cref="ArgumentException">Two columns claim the same heading.</exception>
    public ColumnSet(params ColumnDefinition[] columns)
    {
        Columns = columns;
        byHeading = columns
            .SelectMany(column => column.Headings.Append(column.Name).Select(ReferenceText.Fold)
                .Distinct(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, column)))
            .ToDictionary(StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The columns, in the order of the template.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get; }

    /// <summary>The column a heading names, whatever its case, width, accents, spaces, hyphens and underscores; null
    /// when none.</summary>
    public ColumnDefinition? Find(string? heading) => byHeading.GetValueOrDefault(ReferenceText.Fold(heading));

    /// <summary>The names of the columns nearest to an unknown heading, best first; may be empty.</summary>
    public IReadOnlyList<string> Suggest(string heading) =>
        ReferenceText.Nearest(heading, byHeading.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Name)), 2);
}
