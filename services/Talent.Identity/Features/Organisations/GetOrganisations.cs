using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Platform;
using Talent.Identity.Data;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>GET /identity/organisations?state=&amp;limit=&amp;after=</c>: the programme office's list, the oldest
/// first.</summary>
static class GetOrganisations
{
    public static async Task<Results<Ok<Page<OrganisationSummary>>, ProblemHttpResult>> Handle(
        string? state, int? limit, string? after, IdentityDb db, CancellationToken cancellationToken)
    {
        if (Wrong(state, limit, after) is { } wrong)
            return Problems.Invalid(wrong);
        _ = Cursors.TryRead(after, out var last);
        var most = limit ?? Cursors.DefaultLimit;
        var found = await db.Organisations.AsNoTracking()
            .Where(organisation => state == null || organisation.State == state)
            .Where(organisation => last == null || organisation.Id > last)
            .OrderBy(organisation => organisation.Id).Take(most + 1)
            .Select(organisation => new OrganisationSummary(
                organisation.Id, organisation.Kind, organisation.Name, organisation.Country ?? "",
                organisation.RegistrationNumber, organisation.State,
                db.Papers.Count(paper => paper.OrganisationId == organisation.Id), organisation.SubmittedAt,
                organisation.UpdatedAt))
            .ToListAsync(cancellationToken);
        var next = found.Count > most ? Cursors.After(found[most - 1].Id) : null;
        return TypedResults.Ok(new Page<OrganisationSummary>([.. found.Take(most)], next));
    }

    static FieldProblem? Wrong(string? state, int? limit, string? after) =>
        state is null || OrganisationStates.All.Contains(state, StringComparer.Ordinal)
            ? Cursors.Check(limit, after)
            : FieldProblem.UnknownOption("state", state, OrganisationStates.All);
}
