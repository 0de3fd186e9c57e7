namespace Talent.Contracts.Platform;

/// <summary>How far an import has come. Same shape for job needs and for graduates.</summary>
/// <param name="Id">The import's id (UUIDv7).</param>
/// <param name="FileName">The name the file was uploaded under.</param>
/// <param name="State">One of <c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c>.</param>
/// <param name="Total">Data rows found in the file; 0 until the file has been opened.</param>
/// <param name="Processed">Rows read so far; equals <paramref name="Total"/> when done.</param>
/// <param name="Accepted">Rows that created something.</param>
/// <param name="Updated">Rows that changed something that was there.</param>
/// <param name="Unchanged">Rows that say what is already known.</param>
/// <param name="Rejected">Rows that were not taken; each has at least one entry in <paramref name="Errors"/>.</param>
/// <param name="Errors">What is wrong, by row; at most 1,000 entries, ordered by row.</param>
/// <param name="Failure">Why the whole file could not be read, when <c>failed</c>.</param>
/// <param name="CreatedAt">When the upload was accepted.</param>
/// <param name="Notes">What the sender should know although the file was taken, such as headings not understood; at
/// most 20, row 0.</param>
public sealed record ImportReport(
    Guid Id,
    string FileName,
    string State,
    int Total,
    int Processed,
    int Accepted,
    int Updated,
    int Unchanged,
    int Rejected,
    IReadOnlyList<ImportError> Errors,
    ImportError? Failure,
    DateTimeOffset CreatedAt,
    IReadOnlyList<ImportError>? Notes = null);

/// <summary>One reason why a row (or the whole file, row 0) was not taken.</summary>
/// <param name="Row">The row as a spreadsheet shows it: the heading is row 1, the first data row is row 2;
/// for JSON the first item is row 1. 0 concerns the file.</param>
/// <param name="Column">The column's canonical English name (<c>pay_min</c>), or null when it concerns the row.</param>
/// <param name="Code">A stable code, e.g. <c>unknown-country</c>.</param>
/// <param name="Message">What is wrong and what would be right, in the reader's language.</param>
public sealed record ImportError(int Row, string? Column, string Code, string Message);

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, at most the <c>limit</c> asked for.</param>
/// <param name="Next">The cursor to pass as <c>after</c> for the next page; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>An amount of money.</summary>
/// <param name="Amount">In major units of the currency.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record Money(decimal Amount, string Currency);
