using System.Collections.Concurrent;
using Talent.Contracts.Jobs;
using Talent.Taxonomy;

namespace Talent.Graduates.Domain;

static class Concepts
{
    const int MostRemembered = 20_000;
    static readonly ConcurrentDictionary<(string Text, ConceptKind Kind), string?> Known = new();

    /// <summary>The text with the concept it means; text that means none is kept as it is. Files repeat the same few
    /// hundred texts, so what was understood once is remembered.</summary>
    public static ConceptRef Understand(string text, ConceptKind kind)
    {
        if (Known.Count > MostRemembered)
            Known.Clear();
        return new ConceptRef(text, Known.GetOrAdd((text, kind),
            static key => Talent.Taxonomy.Taxonomy.Default.Normalise(key.Text, key.Kind)?.Concept.Uri));
    }
}
