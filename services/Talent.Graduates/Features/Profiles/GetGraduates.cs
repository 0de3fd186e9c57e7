using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
using Talent.Contracts.Platform;
using Talent.Graduates.Data;
using Talent.Platform.Http;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Profiles;

/// <summary><c>GET /graduates?cohort=&amp;limit=&amp;after=</c>: the graduates that the caller's college enrolled.</summary>
static class GetGraduates
{
    public static async Task<Results<Ok<Page<GraduateView>>, ProblemHttpResult>> Handle(
        string? cohort, int? limit, string? after, Caller caller, GraduatesDb db, CancellationToken cancellationToken)
    {
        if (Cursors.Check(limit, after) is { } wrong)
            return Problems.Invalid(wrong);
        _ = Cursors.TryRead(after, out var last);
        var most = limit ?? Cursors.DefaultLimit;
        var graduates = await db.Profiles.AsNoTracking()
            .Where(profile => profile.OrganisationId == caller.Organisation)
            .Where(profile => cohort == null || profile.Cohort == cohort)
            .Where(profile => last == null || profile.Id > last)
            .OrderBy(profile => profile.Id).Take(most + 1)
            .Select(profile => profile.Graduate)
            .ToListAsync(cancellationToken);
        var next = graduates.Count > most ? Cursors.After(graduates[most - 1].Id) : null;
        return TypedResults.Ok(new Page<GraduateView>(
            [.. graduates.Take(most).Select(graduate => GraduateDisclosure.For(graduate, caller)).OfType<GraduateView>()],
            next));
    }
}
