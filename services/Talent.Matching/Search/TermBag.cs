using Talent.Taxonomy.Text;

namespace Talent.Matching.Search;

/// <summary>The fields of a document. The letter is the first character of every indexed term, so that one index without positions
/// and columns still tells where a term stands.</summary>
static class Field
{
    public const char Title = 't';
    public const char Body = 'b';
    public const char Skills = 's';
    public const char Organisation = 'o';
    /// <summary>A person's name: searched only for callers who may see it.</summary>
    public const char Name = 'n';
    public const char RequiredConcept = 'r';
    public const char PreferredConcept = 'p';
    public const char OccupationConcept = 'j';
    public const char MentionedConcept = 'm';
}

/// <summary>The distinct terms of one document, each marked with its field.</summary>
sealed class TermBag
{
    readonly HashSet<string> terms = new(StringComparer.Ordinal);

    /// <summary>How many terms the text has, repetitions included.</summary>
    public int Length { get; private set; }

    public IReadOnlySet<string> Terms => terms;

    /// <param name="except">Terms to leave out, such as those of a name that must not be found by this field.</param>
    public void AddText(char field, string? text, IReadOnlySet<string>? except = null)
    {
        if (string.IsNullOrEmpty(text))
            return;
        foreach (var token in TextAnalysis.Analyze(text))
        {
            if (except?.Contains(token.Term) == true || Storable(token.Term) is not { } term)
                continue;
            terms.Add(field + term);
            Length++;
        }
    }

    public void AddConcept(char field, string uri)
    {
        if (Storable(uri.ToLowerInvariant()) is { } term)
            terms.Add(field + term);
    }

    /// <summary>The term without what the index file's tokenizer takes for a gap between two terms; null when nothing
    /// is left.</summary>
    public static string? Storable(string term)
    {
        foreach (var c in term)
        {
            if (IsGap(c))
                return string.Concat(term.Where(kept => !IsGap(kept))) is { Length: > 0 } rest ? rest : null;
        }
        return term.Length > 0 ? term : null;
    }

    static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsSeparator(c) || char.IsControl(c);
}
