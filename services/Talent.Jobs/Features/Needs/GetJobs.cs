using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Jobs.Features.Needs;

/// <summary><c>GET /jobs?mine=true&amp;state=&amp;limit=&amp;after=</c>: the enterprise's own needs, newest first.</summary>
static class GetJobs
{
    public static async Task<Results<Ok<Page<JobNeed>>, ProblemHttpResult>> Handle(
        bool? mine, string? state, int? limit, string? after, Caller caller, JobsDb db,
        CancellationToken cancellationToken)
    {
        if (Wrong(mine, state, limit, after) is { } wrong)
            return Problems.Invalid(wrong);
        _ = Cursors.TryRead(after, out var before);
        var most = limit ?? Cursors.DefaultLimit;
        var needs = await db.Requisitions.AsNoTracking()
            .Where(requisition => requisition.OrganisationId == caller.Organisation)
            .Where(requisition => state == null || requisition.State == state)
            .Where(requisition => before == null || requisition.Id < before)
            .OrderByDescending(requisition => requisition.Id).Take(most + 1)
            .Select(requisition => requisition.Need)
            .ToListAsync(cancellationToken);
        var next = needs.Count > most ? Cursors.After(needs[most - 1].Id) : null;
        return TypedResults.Ok(new Page<JobNeed>([.. needs.Take(most)], next));
    }

    static FieldProblem? Wrong(bool? mine, string? state, int? limit, string? after) =>
        mine is not true
            ? new FieldProblem("mine", "missing", JobsTexts.Of("missing-mine"))
            : state is not null && !JobStates.All.Contains(state, StringComparer.Ordinal)
                ? FieldProblem.UnknownOption("state", state, JobStates.All)
                : Cursors.Check(limit, after);
}
