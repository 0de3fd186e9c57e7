using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>POST /identity/organisations/{id}/submit</c>: asks the programme office to look at it.</summary>
static class SubmitOrganisation
{
    static readonly string[] Possible =
        [OrganisationStates.Unverified, OrganisationStates.Refused, OrganisationStates.Suspended];

    public static async Task<Results<Ok<OrganisationView>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, IdentityDb db, Audit audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var organisation = await db.Organisations.SingleAsync(organisation => organisation.Id == id, cancellationToken);
        var papers = await db.Papers.CountAsync(paper => paper.OrganisationId == id, cancellationToken);
        if (Missing(organisation, papers) is { Count: > 0 } missing)
            return Problems.Invalid(missing);
        if (!organisation.Submit(clock.GetUtcNow()))
            return OrganisationErrors.WrongState(organisation.State, OrganisationStates.Submitted, Possible);
        db.Publish(organisation.ToEvent(), clock);
        audit.Record(db, AuditActions.OrganisationSubmitted, "organisation", id, organisation.Name);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await db.ViewAsync(organisation, cancellationToken));
    }

    static List<FieldProblem> Missing(Organisation organisation, int papers)
    {
        var missing = new List<FieldProblem>();
        if (organisation.RegistrationNumber is null)
            missing.Add(new FieldProblem(
                "$.registrationNumber", "missing", OrganisationTexts.Of("missing-number")));
        if (papers == 0)
            missing.Add(new FieldProblem(
                "$.documents", "missing", OrganisationTexts.Of("missing-documents")));
        return missing;
    }
}
