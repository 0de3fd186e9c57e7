using System.Collections.Frozen;
using System.Text.Json;

namespace Talent.Placements.Features.Offers;

/// <summary>What is usual in a country for a kind of contract: the data of <c>templates.json</c>, each fact with the law it
/// stands in. A country or term without one gets the neutral default, which says that it is none.</summary>
static class OfferTemplates
{
    static readonly TemplateFile File = Load();

    static readonly FrozenDictionary<string, CountryTemplate> Countries =
        File.Countries.ToFrozenDictionary(country => country.Country, StringComparer.Ordinal);

    /// <summary>The terms that are known, with where each is from.</summary>
    /// <param name="contract">As the job's.</param>
    public static IReadOnlyList<TemplateFact> For(string country, string contract)
    {
        var known = Countries.GetValueOrDefault(country)?.Facts ?? [];
        return
        [
            .. File.Neutral.Where(fact => Fits(fact, contract)).GroupBy(fact => fact.Term, StringComparer.Ordinal)
                .Select(neutral => Nearest(known, neutral.Key, contract) ?? Nearest([.. neutral], neutral.Key, contract)!),
        ];
    }

    /// <summary>The countries of which something is known.</summary>
    public static IReadOnlyCollection<string> Known => Countries.Keys;

    // What is said of this contract goes before what is said of all.
    static TemplateFact? Nearest(IReadOnlyList<TemplateFact> facts, string term, string contract) =>
        facts.Where(fact => fact.Term == term && Fits(fact, contract)).OrderBy(fact => fact.Contracts is null).FirstOrDefault();

    static bool Fits(TemplateFact fact, string contract) =>
        fact.Contracts?.Contains(contract, StringComparer.Ordinal) != false;

    static TemplateFile Load()
    {
        using var stream = typeof(OfferTemplates).Assembly.GetManifestResourceStream(typeof(OfferTemplates), "templates.json")
            ?? throw new InvalidOperationException("The resource templates.json is missing.");
        return JsonSerializer.Deserialize<TemplateFile>(stream, JsonSerializerOptions.Web)!;
    }

    sealed record TemplateFile(IReadOnlyList<TemplateFact> Neutral, IReadOnlyList<CountryTemplate> Countries);

    sealed record CountryTemplate(string Country, IReadOnlyList<TemplateFact> Facts);
}

/// <param name="Term"><c>hoursPerWeek</c>, <c>probationMonths</c> or <c>noticeDays</c>.</param>
/// <param name="Contracts">The kinds of contract it is said of; null: all.</param>
/// <param name="Source">The law; null: a neutral default.</param>
sealed record TemplateFact(string Term, decimal Value, string? Source = null, IReadOnlyList<string>? Contracts = null);
