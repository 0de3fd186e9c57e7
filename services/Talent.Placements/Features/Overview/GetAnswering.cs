using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Placements;
using Talent.Placements.Data;

namespace Talent.Placements.Features.Overview;

/// <summary><c>GET /placements/answering/{organisation}</c>: how an employer answers, for anyone. An organisation
/// that has had no applications yet is answered with zeros, as is one that does not exist.</summary>
static class GetAnswering
{
    const int LeastForMedian = 5;

    public static async Task<Ok<Answering>> Handle(
        Guid organisation, PlacementsDb db, Census census, TimeProvider clock, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddMonths(-12);
        return TypedResults.Ok(await census.CountAsync(
            db, rows => Count(rows, organisation, since), cancellationToken));
    }

    static Answering Count(CensusRows rows, Guid organisation, DateTimeOffset since)
    {
        var hours = new List<double>();
        var silent = 0;
        foreach (var one in rows.Placements)
        {
            if (one.OrganisationId != organisation || one.AppliedAt < since)
                continue;
            if (one.AnsweredAt is { } answered)
                hours.Add((answered - one.AppliedAt).TotalHours);
            else if (one.EndReason == EndReasons.NoReply)
                silent++;
        }
        hours.Sort();
        return new Answering(
            organisation, hours.Count + silent, hours.Count, hours.Count < LeastForMedian ? null : Median(hours));
    }

    static double Median(List<double> sorted) => Math.Round(
        sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2, 1);
}
