using System.Collections.Frozen;
using System.Text.Json;

namespace Talent.Platform.Intake;

/// <summary>One row of a table or one item of a JSON array.</summary>
public sealed class ImportRow
{
    static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web);
    static readonly FrozenDictionary<string, int> NoColumns = FrozenDictionary<string, int>.Empty;

    readonly FrozenDictionary<string, int> positions;
    readonly string?[] cells;

    internal ImportRow(
        int number, FrozenDictionary<string, int> positions, string?[] cells, IReadOnlyList<RowError> errors)
    {
        (Number, this.positions, this.cells, Errors) = (number, positions, cells, errors);
    }

    internal ImportRow(int number, JsonElement? json, IReadOnlyList<RowError> errors)
        : this(number, NoColumns, [], errors)
    {
        Json = json;
    }

    /// <summary>The row as a spreadsheet shows it: the heading is row 1, the first data row 2; the first item of a JSON
    /// array is 1.</summary>
    public int Number { get; }

    /// <summary>The item, for a .json file; null for tables and for an item that is no object.</summary>
    public JsonElement? Json { get; }

    /// <summary>What is wrong with the row as such: broken quotes, cells too long, not an object. A row with errors
    /// should not be taken.</summary>
    public IReadOnlyList<RowError> Errors { get; }

    /// <summary>The cell of a column by its canonical name: trimmed, line breaks as <c>\n</c>; null when it is empty or
    /// the file has no such column.</summary>
    public string? this[string column] => positions.TryGetValue(column, out var position) ? cells[position] : null;

    /// <summary>Reads <see cref="Json"/> as <typeparamref name="T"/>: names in camelCase, unknown members
    /// ignored.</summary>
    /// <returns>The value, or the member that has the wrong type.</returns>
    public Parsed<T?> Deserialize<T>()
        where T : class
    {
        if (Json is not { } json)
            return new(null, Errors.Count > 0 ? Errors : [IntakeErrors.NotAnObject()]);
        try
        {
            return new(json.Deserialize<T>(JsonOptions));
        }
        catch (JsonException error)
        {
            var path = error.Path is { Length: > 2 } found && found.StartsWith("$.", StringComparison.Ordinal)
                ? found[2..]
                : null;
            return new(null, IntakeErrors.WrongType(path));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair (\ud800) is valid JSON, but no text.
            return new(null, IntakeErrors.WrongType(null));
        }
    }
}
