using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Platform.Auditing;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>DELETE /identity/organisations/{id}/documents/{document}</c>; not while the office looks at it or has
/// verified the organisation by it.</summary>
static class RemoveDocument
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid document, Caller caller, IdentityDb db, Audit audit, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var paper = await db.Papers
            .SingleOrDefaultAsync(paper => paper.Id == document && paper.OrganisationId == id, cancellationToken);
        if (paper is null)
            return OrganisationErrors.UnknownDocument();
        var organisation = await db.Organisations.SingleAsync(organisation => organisation.Id == id, cancellationToken);
        if (organisation.State is OrganisationStates.Submitted or OrganisationStates.Verified)
            return OrganisationErrors.DocumentsInUse(organisation.State);
        organisation.Touch(clock.GetUtcNow());
        db.Papers.Remove(paper);
        db.PaperContents.Remove(await db.PaperContents.SingleAsync(content => content.PaperId == document, cancellationToken));
        audit.Record(db, AuditActions.DocumentRemoved, "document", document, paper.Name);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
