using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Matching;
using Talent.Matching.Ranking;
using Talent.Platform.Security;

namespace Talent.Matching.Features.Rankings;

/// <summary><c>GET /matching/cohorts</c>: how the cohorts of the caller's college stand in the market.</summary>
static class GetStandings
{
    public static Ok<IReadOnlyList<CohortStanding>> Handle(Caller caller, MatchPool pool) =>
        TypedResults.Ok(pool.Cohorts.Of(caller.Organisation));
}
