namespace Talent.Taxonomy.Text;

/// <summary>
/// Removes inflection, never derivation, and only what is safe without knowing the language. By script:
/// Latin: plural (-s, -es, -ies; Portuguese -ões, -ais; French -aux), then the final a, e, o that mark gender;
/// Cyrillic: case and number endings of Russian nouns and adjectives;
/// Arabic: article and its attached prepositions, feminine and plural endings (after the idea of Larkey's light stemmer).
/// A word with a digit is never changed. The same function runs over index and query, so a collision costs precision, never recall.
/// </summary>
internal static class LightStemmer
{
    private static readonly string[] CyrillicEndings =
    [
        "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "иям", "ией",
        "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю", "ым", "им", "ом", "ем",
        "ах", "ях", "ов", "ев", "ей", "ам", "ям", "ия", "ии", "ию", "ью",
        "ы", "и", "а", "я", "о", "е", "у", "ю", "ь", "й",
    ];

    private static readonly string[] ArabicPrefixes = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل"];
    private static readonly string[] ArabicEndings = ["يات", "ات", "ون", "ين", "يه", "ه", "ي"];

    /// <summary>Stems in place: returns the span of the word that is the stem; it may rewrite characters inside it.</summary>
    internal static Span<char> Stem(Span<char> word)
    {
        if (word.Length < 4) return word;
        foreach (var c in word)
            if (c is >= '0' and <= '9' or '+' or '#' or '.') return word;
        return word[0] switch
        {
            < '\u0250' => Latin(word),
            >= '\u0400' and <= '\u052F' => Strip(word, CyrillicEndings, 3),
            >= '\u0600' and <= '\u06FF' => Arabic(word),
            _ => word,
        };
    }

    private static Span<char> Latin(Span<char> word)
    {
        var stem = Plural(word);
        if (stem.Length >= 5 && stem.EndsWith("ie"))
        {
            stem = stem[..^1]; // French batterie, énergie beside English battery, energy
            stem[^1] = 'y';
        }
        else if (stem.Length >= 5 && stem[^1] is 'a' or 'e' or 'o')
        {
            if (stem.Length >= 5 && !stem.EndsWith("ao")) stem = stem[..^1];
        }

        return stem;
    }

    private static Span<char> Plural(Span<char> word)
    {
        if (word.Length >= 6 && word.EndsWith("oes")) return Rewrite(word, 3, "ao");
        if (word.Length >= 6 && word.EndsWith("eaux")) return word[..^1];
        if (word.Length >= 6 && word.EndsWith("aux")) return Rewrite(word, 3, "al");
        if (word.Length >= 6 && word.EndsWith("ais")) return Rewrite(word, 3, "al");
        if (word[^1] != 's' || word.EndsWith("ss") || word.EndsWith("us") || word.EndsWith("is")) return word;
        if (word.Length >= 5 && word.EndsWith("ies")) return Rewrite(word, 3, "y");
        if (word.EndsWith("xes") || word.EndsWith("sses") || word.EndsWith("ches") || word.EndsWith("shes")) return word[..^2];
        return word[..^1];
    }

    private static Span<char> Arabic(Span<char> word)
    {
        foreach (var prefix in ArabicPrefixes)
        {
            if (word.Length - prefix.Length < 3 || !word.StartsWith(prefix)) continue;
            word = word[prefix.Length..];
            break;
        }

        return Strip(word, ArabicEndings, 3);
    }

    private static Span<char> Strip(Span<char> word, string[] endings, int least)
    {
        foreach (var ending in endings)
            if (word.Length - ending.Length >= least && word.EndsWith(ending)) return word[..^ending.Length];
        return word;
    }

    private static Span<char> Rewrite(Span<char> word, int removed, string added)
    {
        var kept = word.Length - removed;
        added.CopyTo(word[kept..]);
        return word[..(kept + added.Length)];
    }
}
