using Talent.Taxonomy.Text;

namespace Talent.Taxonomy.Search;

/// <summary>Type-ahead: every place in a label where a word starts, sorted, so that a prefix is one range of a binary search.</summary>
internal sealed class Suggester
{
    private readonly record struct Place(Label Label, int Start)
    {
        internal ReadOnlySpan<char> Rest => Label.Folded.AsSpan(Start);
    }

    private readonly Place[][] _places = new Place[Languages.Count][];

    internal Suggester(LabelIndex index)
    {
        for (var language = 0; language < Languages.Count; language++)
        {
            var places = new List<Place>();
            foreach (var label in index.Labels)
                if (label.Language == language) AddPlaces(label, places);
            places.Sort(static (one, other) => one.Rest.SequenceCompareTo(other.Rest));
            _places[language] = [.. places];
        }
    }

    internal List<ConceptMatch> Suggest(string prefix, string language, ConceptKind? kind, int limit)
    {
        var matches = new List<ConceptMatch>();
        var folded = TextAnalysis.Fold(prefix.Length > 100 ? prefix[..100] : prefix);
        if (folded.Length == 0 || limit <= 0) return matches;
        var own = Languages.IndexOf(language);
        var seen = new HashSet<Concept>();
        if (own >= 0) AddFrom(own);
        for (var other = 0; other < Languages.Count && matches.Count < limit; other++)
            if (other != own) AddFrom(other);
        return matches;

        void AddFrom(int from)
        {
            foreach (var place in Best(folded, from, kind))
            {
                if (matches.Count >= limit) return;
                if (!seen.Add(place.Label.Concept)) continue;
                var label = from == own ? place.Label.Text : place.Label.Concept.Label(language);
                matches.Add(new ConceptMatch(place.Label.Concept, Confidence(folded, place), label));
            }
        }
    }

    private List<Place> Best(string folded, int language, ConceptKind? kind)
    {
        var places = _places[language];
        var range = new List<Place>();
        for (var i = LowerBound(places, folded); i < places.Length && places[i].Rest.StartsWith(folded); i++)
            if (kind is null || places[i].Label.Concept.Kind == kind) range.Add(places[i]);
        range.Sort(BestFirst);
        return range;
    }

    private static int BestFirst(Place one, Place other)
    {
        var byStart = (one.Start > 0).CompareTo(other.Start > 0);
        if (byStart != 0) return byStart;
        var byPreference = other.Label.Preferred.CompareTo(one.Label.Preferred);
        if (byPreference != 0) return byPreference;
        var byLength = one.Label.Folded.Length.CompareTo(other.Label.Folded.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(one.Label.Folded, other.Label.Folded);
    }

    // How much of the label has been typed, with a discount for a match inside it.
    private static double Confidence(string folded, Place place)
    {
        var typed = (double)folded.Length / place.Label.Folded.Length;
        return place.Start == 0 ? typed : typed * 0.9;
    }

    private static int LowerBound(Place[] places, string folded)
    {
        int low = 0, high = places.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (places[middle].Rest.SequenceCompareTo(folded) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static void AddPlaces(Label label, List<Place> places)
    {
        var text = label.Folded;
        for (var i = 0; i < text.Length; i++)
        {
            var starts = i == 0 || text[i] is >= '\u2E80' and <= '\u9FFF' // every Chinese character may begin a word
                || (IsWordCharacter(text[i]) && !IsWordCharacter(text[i - 1]))
                || (text[i] is < '\u2E80' && text[i - 1] is >= '\u2E80');
            if (starts) places.Add(new Place(label, i));
            // Arabic words are sought without their article as well.
            if (starts && i + 3 < text.Length && text[i] == 'ا' && text[i + 1] == 'ل') places.Add(new Place(label, i + 2));
        }
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
