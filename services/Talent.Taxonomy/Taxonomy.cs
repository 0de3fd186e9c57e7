using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Talent.Taxonomy.Search;
using Talent.Taxonomy.Text;

namespace Talent.Taxonomy;

/// <summary>
/// The skills and occupations of the platform, and the way from free text in zh, en, ru, pt, ar, fr or es to them. Immutable and
/// thread-safe; no method throws on any text. Search structures are built on first use.
/// </summary>
[SuppressMessage("Design", "MA0049", Justification = "The library is named after the one thing it holds.")]
public sealed class Taxonomy
{
    private const int LongestText = 200;
    private const int MostRemembered = 20_000;
    private const float LeastLikeness = 0.3f;

    private static readonly Lazy<Taxonomy> Embedded = new(Load);

    private readonly Dictionary<string, Concept> _byUri;
    private readonly Concept[] _concepts;
    private readonly Lazy<LabelIndex> _index;
    private readonly Lazy<LabelKeys> _skillKeys;
    private readonly Lazy<LabelKeys> _occupationKeys;
    private readonly Lazy<SimilarLabels> _similar;
    private readonly Lazy<Annotator> _annotator;
    private readonly Lazy<Suggester> _suggester;
    private readonly ConcurrentDictionary<(string Text, ConceptKind Kind), string?> _known = new();

    internal Taxonomy(string version, Concept[] concepts)
    {
        Version = version;
        _concepts = concepts;
        Concepts = concepts.AsReadOnly();
        _byUri = concepts.ToDictionary(concept => concept.Uri, StringComparer.Ordinal);
        _index = new(() => new LabelIndex(concepts));
        _skillKeys = new(() => new LabelKeys(_index.Value, ConceptKind.Skill));
        _occupationKeys = new(() => new LabelKeys(_index.Value, ConceptKind.Occupation));
        _similar = new(() => new SimilarLabels(_index.Value, new SpellingIndex(_index.Value)));
        _annotator = new(() => new Annotator(_index.Value));
        _suggester = new(() => new Suggester(_index.Value));
    }

    /// <summary>The taxonomy that ships with this library, read once.</summary>
    public static Taxonomy Default => Embedded.Value;

    /// <summary>The version of the data, for example <c>2026.1</c>.</summary>
    public string Version { get; }

    /// <summary>Every concept, by <see cref="Concept.Ordinal"/>.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Reads the embedded taxonomy anew; prefer <see cref="Default"/>.</summary>
    public static Taxonomy Load()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream("taxonomy.jsonl")
            ?? throw new InvalidOperationException("The assembly was built without its taxonomy.");
        var (version, concepts) = TaxonomyFile.Read(stream);
        return new Taxonomy(version, concepts);
    }

    /// <summary>The concept with exactly this URI, null when there is none.</summary>
    public Concept? Find(string uri) => uri is null ? null : _byUri.GetValueOrDefault(uri);

    /// <summary>
    /// The URI of the concept that <see cref="Normalise"/> finds for a text, null when it finds none. Remembered: files repeat the
    /// same few hundred texts.
    /// </summary>
    public string? UriOf(string text, ConceptKind kind)
    {
        if (_known.Count > MostRemembered) _known.Clear();
        return _known.GetOrAdd((text, kind), static (key, taxonomy) => taxonomy.Normalise(key.Text, key.Kind)?.Concept.Uri, this);
    }

    /// <summary>
    /// The concept that a text names, in whatever language, or null: text that resembles nothing closely enough stays unknown.
    /// Tried in turn: a URI; a label, folded; a label but for spaces and hyphens; the same terms in any order; a similar label
    /// (shared rare terms, misspelt words). The first 200 characters count.
    /// </summary>
    public ConceptMatch? Normalise(string text, ConceptKind kind)
    {
        var folded = Considered(text);
        if (folded.Length == 0) return null;
        if (folded.StartsWith(TaxonomyFile.UriPrefix, StringComparison.Ordinal))
            return Find(folded) is { } concept && concept.Kind == kind ? new ConceptMatch(concept, 1, concept.Label("en")) : null;
        var keys = kind == ConceptKind.Skill ? _skillKeys.Value : _occupationKeys.Value;
        if (keys.Find(folded, TextAnalysis.Analyze(folded)) is { } exact) return exact;
        var core = QueryNoise.WithoutHanPhrases(folded);
        var tokens = TextAnalysis.Analyze(core);
        if (tokens.TrueForAll(token => QueryNoise.IsNoise(token.Term))) return null;
        if (keys.ByTerms(tokens.FindAll(token => !QueryNoise.IsNoise(token.Term))) is { } label)
            return new ConceptMatch(label.Concept, 0.9, label.Text);
        return _similar.Value.Best(core, tokens, kind) is { } similar ? AsMatch(similar) : null;
    }

    /// <summary>
    /// The concepts whose labels occur in a text, in the order of their first occurrence, each once; of overlapping labels the longest
    /// that starts first. A label that names both a skill and an occupation gives both.
    /// </summary>
    public IReadOnlyList<ConceptMatch> Annotate(string text) => string.IsNullOrEmpty(text) ? [] : _annotator.Value.Annotate(text);

    /// <summary>
    /// Type-ahead: concepts with a label in which a word starts with the prefix, those of the person's language first, then any
    /// other language, with the label shown in the person's language. An empty prefix gives nothing.
    /// </summary>
    /// <param name="prefix">What has been typed so far; may span words.</param>
    /// <param name="language">BCP 47 tag of the person's language.</param>
    /// <param name="kind">Only this kind; null for both.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<ConceptMatch> Suggest(string prefix, string language, ConceptKind? kind, int limit) =>
        string.IsNullOrEmpty(prefix) ? [] : _suggester.Value.Suggest(prefix, language, kind, limit);

    /// <summary>The concepts most like a text, best first, for "did you mean"; empty when nothing is like it at all.</summary>
    public IReadOnlyList<ConceptMatch> Nearest(string text, int limit)
    {
        var folded = Considered(text);
        if (folded.Length == 0 || limit <= 0) return [];
        var core = QueryNoise.WithoutHanPhrases(folded);
        return _similar.Value.Rank(core, TextAnalysis.Analyze(core), null, limit, LeastLikeness).ConvertAll(AsMatch);
    }

    private static string Considered(string text) =>
        string.IsNullOrEmpty(text) ? "" : TextAnalysis.Fold(text.Length > LongestText ? text[..LongestText] : text);

    // A comparison is never as sure as one of the exact ways.
    private static ConceptMatch AsMatch(ScoredLabel scored) =>
        new(scored.Label.Concept, Math.Min(0.89, scored.Score), scored.Label.Text);
}
