namespace Talent.Platform.Intake;

/// <summary>One reason why a row or a file was not taken, without words: <see cref="IntakeMessages"/> renders it in
/// the reader's language. Made by <see cref="IntakeErrors"/>.</summary>
/// <param name="Column">The column's canonical English name or a JSON path; null when it concerns the whole row or
/// file.</param>
/// <param name="Code">A stable code, e.g. <c>unknown-country</c>.</param>
/// <param name="Args">The values the message speaks of, language-neutral.</param>
public sealed record RowError(string? Column, string Code, params string[] Args)
{
    const int LongestQuote = 400;

    /// <summary>The same with values that a store can hold and a reader wants to see: no control characters, of which
    /// PostgreSQL refuses some, and not the whole essay that stood in the wrong cell.</summary>
    public RowError Quotable() => this with { Args = [.. Args.Select(Quotable)] };

    static string Quotable(string value)
    {
        var text = value.Any(char.IsControl) ? string.Concat(value.Where(letter => !char.IsControl(letter))) : value;
        return text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
    }

    /// <summary>Equal when column, code and every value are.</summary>
    public bool Equals(RowError? other) =>
        other is not null
        && string.Equals(Column, other.Column, StringComparison.Ordinal)
        && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && Args.AsSpan().SequenceEqual(other.Args);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column, Code, Args.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Column ?? "-"}: {Code} ({string.Join(" | ", Args)})";
}

/// <summary>A file that cannot be taken at all: too large, not readable, without the headings it needs.</summary>
public sealed class IntakeException : Exception
{
    /// <summary>A failure with its reason.</summary>
    public IntakeException(RowError error, Exception? inner = null)
        : base(error.ToString(), inner)
    {
        Error = error;
    }

    /// <summary>What is wrong; rendered by <see cref="IntakeMessages"/>.</summary>
    public RowError Error { get; }
}
