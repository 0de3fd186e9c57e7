using System.Globalization;
using Talent.Platform.Http;

namespace Talent.Matching.Search;

/// <summary>One search for graduates. Whom the reader may not see is neither found nor counted.</summary>
sealed class GraduateSearch
{
    const int MostSkills = 12;

    readonly GraduateQuery query;
    readonly GraduateReader reader;
    readonly Shelf<GraduateFacts> shelf;
    readonly Codes codes;
    readonly FacetFilter country, language, skill;
    readonly int[] languages;
    readonly SortKey? after;
    readonly string fingerprint;

    public GraduateSearch(
        GraduateQuery query, GraduateReader reader, Shelf<GraduateFacts> shelf, Codes codes, Vocabulary vocabulary)
    {
        this.query = query;
        this.reader = reader;
        this.shelf = shelf;
        this.codes = codes;
        country = new(Facets.Country, query.Countries, codes);
        language = new(Facets.Language, query.Languages, codes);
        skill = new(Facets.Skill, query.Skills, codes, MostSkills);
        languages = [.. query.Languages.Select(codes.Find)];
        fingerprint = Fingerprint(query);
        Problems = Check(vocabulary, out after);
    }

    /// <summary>When there are any, the search must not run.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; }

    public FacetFilter[] FacetFilters => [country, language, skill];

    /// <summary>In which slots the reader may search for names; null: in none.</summary>
    public Func<int, bool>? MayName => reader.NamesOf is { } college
        ? slot => shelf[slot]?.Organisation == college
        : null;

    /// <param name="most">How many hits to keep, when not a page of them.</param>
    public HitCollector Run(Retrieval? retrieval, int? most = null)
    {
        var collector = new HitCollector(most ?? query.Limit ?? QueryCheck.UsualPage, after);
        if (retrieval is null)
        {
            for (var slot = 0; slot < shelf.End; slot++)
                Consider(slot, 0, collector);
        }
        else
        {
            foreach (var slot in retrieval.Slots)
                Consider(slot, retrieval.Score(slot), collector);
        }
        return collector;
    }

    public string NextCursor(SortKey last) => Cursor.Write(last, fingerprint);

    void Consider(int slot, float score, HitCollector collector)
    {
        if (shelf[slot] is not { } graduate || graduate.Isced < (query.Isced ?? 0) || !MaySee(graduate))
            return;
        var inCountry = country.Accepts(graduate.Country);
        var speaks = Speaks(graduate);
        var withSkills = skill.AcceptsAll(graduate.Skills);
        if (speaks && withSkills)
            country.Count(graduate.Country);
        if (inCountry && withSkills)
            CountLanguages(graduate);
        if (inCountry && speaks)
            skill.Count(graduate.Skills);
        if (inCountry && speaks && withSkills)
            collector.Add(slot, Key(graduate, score));
    }

    bool MaySee(GraduateFacts graduate) => reader.MaySee(new(
        graduate.Id, graduate.Organisation == Guid.Empty ? null : graduate.Organisation, codes[graduate.Visibility]));

    bool Speaks(GraduateFacts graduate)
    {
        foreach (var wanted in languages)
        {
            if (wanted < 0 || graduate.RankIn(wanted) < (query.MinRank ?? 1))
                return false;
        }
        return true;
    }

    void CountLanguages(GraduateFacts graduate)
    {
        for (var i = 0; i < graduate.Languages.Length; i += 2)
        {
            if (graduate.Languages[i + 1] >= (query.MinRank ?? 1))
                language.Count(graduate.Languages[i]);
        }
    }

    SortKey Key(GraduateFacts graduate, float score) => query.Sort is "newest"
        ? new(graduate.UpdatedAt, 0, graduate.Id)
        : new(score, graduate.UpdatedAt, graduate.Id);

    IReadOnlyList<FieldProblem> Check(Vocabulary vocabulary, out SortKey? cursor)
    {
        var check = new QueryCheck(vocabulary, query.Culture);
        check.Text(query.Text);
        check.Values(Facets.Country, query.Countries);
        check.Values(Facets.Language, query.Languages);
        check.Values(Facets.Skill, query.Skills);
        check.OneOf("sort", query.Sort, "relevance", "newest");
        check.Range("limit", query.Limit, 1, QueryCheck.LargestPage);
        check.Range("minRank", query.MinRank, 1, 6);
        check.Range("isced", query.Isced, 0, 8);
        if (query.MinRank is not null && query.Languages.Count == 0)
            check.Add("language", "required", []);
        cursor = check.After(query.After, fingerprint);
        return check.Problems;
    }

    static string Fingerprint(GraduateQuery query) => string.Join('\u001F', (string?[])[
        "graduates", query.Text, query.Sort, query.MinRank?.ToString(CultureInfo.InvariantCulture),
        query.Isced?.ToString(CultureInfo.InvariantCulture), string.Join('\u001E', query.Countries),
        string.Join('\u001E', query.Languages), string.Join('\u001E', query.Skills)]);
}
