using System.Runtime.InteropServices;
using Talent.Taxonomy.Text;

namespace Talent.Taxonomy.Search;

/// <summary>One label of a concept, analysed.</summary>
/// <param name="Concept">Whose label it is.</param>
/// <param name="Language">Index in <see cref="Languages.Codes"/>.</param>
/// <param name="Preferred">True for the first label of a language.</param>
/// <param name="Text">As it is shown.</param>
/// <param name="Folded"><see cref="TextAnalysis.Fold"/> of it.</param>
/// <param name="Terms">Its terms in order, as numbers of the vocabulary.</param>
internal sealed record Label(Concept Concept, int Language, bool Preferred, string Text, string Folded, int[] Terms);

/// <summary>Every label of the taxonomy with its terms, the vocabulary and how rare each term is.</summary>
internal sealed class LabelIndex
{
    private readonly Dictionary<string, int> _vocabulary = new(StringComparer.Ordinal);
    private readonly float[] _rarity;
    private readonly int[][] _postings;
    private readonly float[] _weights;

    internal LabelIndex(IReadOnlyList<Concept> concepts)
    {
        var labels = new List<Label>(concepts.Count * 18);
        foreach (var concept in concepts)
        {
            for (var language = 0; language < Languages.Count; language++)
            {
                var texts = concept.LabelsIn(Languages.Codes[language]);
                for (var i = 0; i < texts.Count; i++)
                    labels.Add(new Label(concept, language, i == 0, texts[i], TextAnalysis.Fold(texts[i]), Number(texts[i])));
            }
        }

        Labels = [.. labels];
        Terms = new string[_vocabulary.Count];
        foreach (var (term, number) in _vocabulary) Terms[number] = term;
        _postings = CollectPostings();
        // Inverse document frequency over concepts, smoothed so that it is never zero; a word the taxonomy does not know is the rarest.
        _rarity = Array.ConvertAll(_postings, labelsOfTerm =>
            MathF.Log(1f + (concepts.Count / (float)CountConcepts(labelsOfTerm))));
        Kinds = Array.ConvertAll(Labels, label => label.Concept.Kind);
        _weights = Array.ConvertAll(Labels, WeightOf);
        UnknownRarity = MathF.Log(1f + concepts.Count);
    }

    internal Label[] Labels { get; }

    /// <summary>The kind of each label's concept, apart so that scanning it stays in the cache.</summary>
    internal ConceptKind[] Kinds { get; }

    /// <summary>The vocabulary by number.</summary>
    internal string[] Terms { get; }

    internal float UnknownRarity { get; }

    internal float Rarity(int term) => term < 0 ? UnknownRarity : _rarity[term];

    /// <summary>The rarity of a label's terms together, each counted once.</summary>
    internal float Weight(int label) => _weights[label];

    /// <summary>The labels that contain a term, each once, ascending.</summary>
    internal ReadOnlySpan<int> Postings(int term) => _postings[term];

    /// <summary>The number of a term, -1 when no label has it.</summary>
    internal int NumberOf(string term) => _vocabulary.GetValueOrDefault(term, -1);

    private int[] Number(string text)
    {
        var tokens = TextAnalysis.Analyze(text);
        var numbers = new int[tokens.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_vocabulary, tokens[i].Term, out var known);
            if (!known) number = _vocabulary.Count - 1;
            numbers[i] = number;
        }

        return numbers;
    }

    // The labels of a concept follow one another.
    private int CountConcepts(int[] labels)
    {
        var count = 0;
        Concept? last = null;
        foreach (var label in labels)
        {
            if (Labels[label].Concept != last) count++;
            last = Labels[label].Concept;
        }

        return count;
    }

    private float WeightOf(Label label)
    {
        var weight = 0f;
        for (var i = 0; i < label.Terms.Length; i++)
            if (Array.IndexOf(label.Terms, label.Terms[i]) == i) weight += _rarity[label.Terms[i]];
        return weight;
    }

    private int[][] CollectPostings()
    {
        var postings = new List<int>[Terms.Length];
        for (var label = 0; label < Labels.Length; label++)
        {
            foreach (var term in Labels[label].Terms)
            {
                var list = postings[term] ??= [];
                if (list.Count == 0 || list[^1] != label) list.Add(label);
            }
        }

        return Array.ConvertAll(postings, list => list.ToArray());
    }
}
