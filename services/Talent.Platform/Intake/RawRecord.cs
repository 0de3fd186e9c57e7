namespace Talent.Platform.Intake;

/// <summary>A record as the file holds it, before headings give its cells a meaning.</summary>
/// <param name="Number">As a spreadsheet shows it, from 1.</param>
/// <param name="Cells">Not yet trimmed.</param>
/// <param name="Error">What is wrong with the record as such.</param>
/// <param name="Sparse">True when the format leaves out empty cells at the end.</param>
readonly record struct RawRecord(
    int Number, IReadOnlyList<string> Cells, RowError? Error = null, bool Sparse = false)
{
    public bool IsBlank => Error is null && Cells.All(string.IsNullOrWhiteSpace);
}
