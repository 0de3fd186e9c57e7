namespace Talent.Taxonomy.Text;

/// <summary>One analysed term and the place it came from.</summary>
/// <param name="Term">The folded, stemmed term as it is indexed and searched.</param>
/// <param name="Start">UTF-16 offset of its first character in the original text.</param>
/// <param name="Length">UTF-16 characters of the original text that it covers, always at least 1.</param>
public readonly record struct Token(string Term, int Start, int Length);
