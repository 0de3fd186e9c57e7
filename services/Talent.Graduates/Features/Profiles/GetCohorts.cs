using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
using Talent.Graduates.Data;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Profiles;

/// <summary><c>GET /graduates/cohorts</c>: the cohorts of the caller's college, the latest changed first.</summary>
static class GetCohorts
{
    public static async Task<Ok<List<CohortSummary>>> Handle(
        Caller caller, GraduatesDb db, CancellationToken cancellationToken)
    {
        var members = await db.Profiles.AsNoTracking()
            .Where(profile => profile.OrganisationId == caller.Organisation && profile.Cohort != null)
            .Select(profile => new { Cohort = profile.Cohort!, profile.Country, profile.Programme, profile.UpdatedAt })
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(members
            .GroupBy(member => member.Cohort, StringComparer.Ordinal)
            .Select(cohort => new CohortSummary(
                cohort.Key,
                cohort.Select(member => member.Programme).FirstOrDefault(programme => programme is not null),
                cohort.Count(),
                [.. cohort.CountBy(member => member.Country, StringComparer.Ordinal)
                    .OrderByDescending(country => country.Value).Select(country => country.Key)],
                cohort.Max(member => member.UpdatedAt)))
            .OrderByDescending(cohort => cohort.UpdatedAt).ThenBy(cohort => cohort.Name, StringComparer.Ordinal)
            .ToList());
    }
}
