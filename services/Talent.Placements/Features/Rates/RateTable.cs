using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talent.Placements.Data;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Rates;

/// <summary>What currencies are worth: what the office entered, and for the others the rounded reference values of
/// <c>rates.tsv</c>, which say that they are.</summary>
static class RateTable
{
    static readonly FrozenDictionary<string, Rate> Reference = Load();

    public static async Task<IReadOnlyDictionary<string, Rate>> RatesAsync(
        this PlacementsDb db, CancellationToken cancellationToken)
    {
        var rates = new Dictionary<string, Rate>(Reference, StringComparer.Ordinal);
        foreach (var row in await db.ExchangeRates.AsNoTracking().ToListAsync(cancellationToken))
            rates[row.Currency] = new Rate(row.Currency, row.PerDollar, row.On, row.Source);
        return rates;
    }

    static FrozenDictionary<string, Rate> Load()
    {
        using var stream = typeof(RateTable).Assembly.GetManifestResourceStream(typeof(RateTable), "rates.tsv")
            ?? throw new InvalidOperationException("The resource rates.tsv is missing.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')).ToList();
        var on = DateOnly.Parse(lines.Single(line => line[0] == "# on")[1], CultureInfo.InvariantCulture);
        var source = lines.Single(line => line[0] == "# source")[1];
        return lines.Where(line => line[0][0] != '#')
            .Select(line => new Rate(line[0], decimal.Parse(line[1], CultureInfo.InvariantCulture), on, source))
            .ToFrozenDictionary(rate => rate.Currency, StringComparer.Ordinal);
    }
}
