using System.Globalization;
using Talent.Platform.Http;
using Talent.Platform.Reference;

namespace Talent.Matching.Search;

/// <summary>One search for jobs: filters and facets from the facts in memory, the text from the terms.</summary>
sealed class JobSearch
{
    const int MostSkills = 12;

    readonly JobQuery query;
    readonly Shelf<JobFacts> shelf;
    readonly FacetFilter country, mode, contract, language, skill;
    readonly int currency;
    readonly double payMin;
    readonly int today;
    readonly SortKey? after;
    readonly string fingerprint;
    readonly Dictionary<int, int> currencyRanks = [];

    public JobSearch(JobQuery query, Shelf<JobFacts> shelf, Codes codes, Vocabulary vocabulary)
    {
        this.query = query;
        this.shelf = shelf;
        country = new(Facets.Country, query.Countries, codes);
        mode = new(Facets.Mode, query.Modes, codes);
        contract = new(Facets.Contract, query.Contracts, codes);
        language = new(Facets.Language, query.Languages, codes);
        skill = new(Facets.Skill, query.Skills, codes, MostSkills);
        currency = codes.Find(query.Currency);
        payMin = (double)(query.PayMin ?? 0);
        today = query.Today.DayNumber;
        fingerprint = Fingerprint(query);
        Problems = Check(vocabulary, out after);
    }

    /// <summary>When there are any, the search must not run.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; }

    public FacetFilter[] FacetFilters => [country, mode, contract, language, skill];

    public HitCollector Run(Retrieval? retrieval)
    {
        RankCurrencies();
        var collector = new HitCollector(query.Limit ?? QueryCheck.UsualPage, after);
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
        if (shelf[slot] is not { } job || job.ClosesOn < today)
            return;
        if (query.Currency is not null && (job.Currency != currency || currency == Codes.None || job.Pay < payMin))
            return;
        var inCountry = country.Accepts(job.Country);
        var inMode = mode.Accepts(job.Mode);
        var inContract = contract.Accepts(job.Contract);
        var inLanguage = language.Accepts(job.Language);
        var withSkills = skill.AcceptsAll(job.Skills);
        if (inMode && inContract && inLanguage && withSkills)
            country.Count(job.Country);
        if (inCountry && inContract && inLanguage && withSkills)
            mode.Count(job.Mode);
        if (inCountry && inMode && inLanguage && withSkills)
            contract.Count(job.Contract);
        if (inCountry && inMode && inContract && withSkills)
            language.Count(job.Language);
        if (!(inCountry && inMode && inContract && inLanguage))
            return;
        skill.Count(job.Skills);
        if (withSkills)
            collector.Add(slot, Key(job, score));
    }

    SortKey Key(JobFacts job, float score) => query.Sort switch
    {
        "newest" => new(job.PublishedAt, 0, job.Id),
        "closing" => new(-job.ClosesOn, job.PublishedAt, job.Id),
        // A job that states no pay comes after all that do.
        "pay" => new(job.Pay > 0 ? -currencyRanks[job.Currency] : double.MinValue, job.Pay, job.Id),
        _ => new(score, job.PublishedAt, job.Id),
    };

    /// <summary>Pay in different currencies is not compared: the currency that most jobs pay in comes first.</summary>
    void RankCurrencies()
    {
        if (query.Sort is not "pay")
            return;
        var jobs = new Dictionary<int, int>();
        for (var slot = 0; slot < shelf.End; slot++)
        {
            if (shelf[slot] is { } job)
                jobs[job.Currency] = jobs.GetValueOrDefault(job.Currency) + 1;
        }
        foreach (var (code, _) in jobs.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key))
            currencyRanks[code] = currencyRanks.Count;
    }

    IReadOnlyList<FieldProblem> Check(Vocabulary vocabulary, out SortKey? cursor)
    {
        var check = new QueryCheck(vocabulary, query.Culture);
        check.Text(query.Text);
        check.Values(Facets.Country, query.Countries);
        check.Values(Facets.Mode, query.Modes);
        check.Values(Facets.Contract, query.Contracts);
        check.Values(Facets.Language, query.Languages);
        check.Values(Facets.Skill, query.Skills);
        check.OneOf("sort", query.Sort, "relevance", "newest", "pay", "closing");
        check.Range("limit", query.Limit, 1, QueryCheck.LargestPage);
        if (query.Currency is { } code && !Currencies.IsKnown(code))
            check.Unknown("currency", code, Currencies.Suggest(code));
        if (query.PayMin is not null && query.Currency is null)
            check.Add("currency", "required", []);
        if (query.PayMin is < 0 or > 1_000_000_000_000)
            check.Add("payMin", "number-out-of-range", [], query.PayMin, 0, 1_000_000_000_000);
        cursor = check.After(query.After, fingerprint);
        return check.Problems;
    }

    static string Fingerprint(JobQuery query) => string.Join('\u001F', (string?[])[
        "jobs", query.Text, query.Sort, query.Currency, query.PayMin?.ToString(CultureInfo.InvariantCulture),
        string.Join('\u001E', query.Countries), string.Join('\u001E', query.Modes), string.Join('\u001E', query.Contracts),
        string.Join('\u001E', query.Languages), string.Join('\u001E', query.Skills)]);
}
