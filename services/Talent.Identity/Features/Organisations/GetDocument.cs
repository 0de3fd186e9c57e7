using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Platform.Auditing;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>GET /identity/organisations/{id}/documents/{document}</c>: the paper itself, to be saved rather than
/// shown, for the owner and the programme office. That the office has read it is on record.</summary>
static class GetDocument
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Guid document, Caller caller, IdentityDb db, Audit audit, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (await db.NeitherOwnerNorOfficeAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var paper = await db.Papers.AsNoTracking()
            .SingleOrDefaultAsync(paper => paper.Id == document && paper.OrganisationId == id, cancellationToken);
        if (paper is null)
            return OrganisationErrors.UnknownDocument();
        var content = await db.PaperContents.AsNoTracking().Where(content => content.PaperId == document)
            .Select(content => content.Content).SingleAsync(cancellationToken);
        if (caller.Role == Roles.Office)
        {
            // Into the organisation's own trail: its owner is to see who of the office read its papers.
            audit.Record(
                db, new AuditActor(caller.AccountId, caller.Name, id), AuditActions.DocumentRead, "document", document,
                paper.Name);
            await db.SaveChangesAsync(cancellationToken);
        }
        response.Headers.CacheControl = "no-store";
        // A paper is a stranger's file: wherever it is opened, it may run nothing and reach nothing.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.File(content, paper.MediaType, paper.Name);
    }
}
