using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>POST /identity/organisations/{id}/documents</c> (multipart <c>file</c>): a paper that shows who the
/// organisation is; PDF, PNG or JPEG by its content.</summary>
static class AddDocument
{
    const int LongestName = 200;

    public static async Task<Results<Created<OrganisationDocument>, ProblemHttpResult>> Handle(
        Guid id, IFormFile? file, Caller caller, IdentityDb db, Audit audit, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        if (file is null || file.Length == 0)
            return Problems.Invalid(new FieldProblem(
                "file", "missing", OrganisationTexts.Of("missing-file", "file")));
        if (file.Length > Paper.LargestSize)
            return OrganisationErrors.TooLarge();
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        if (DocumentContent.MediaTypeOf(content.GetBuffer().AsSpan(0, (int)content.Length)) is not { } mediaType)
            return Problems.Invalid(new FieldProblem(
                "file", "unknown-content",
                OrganisationTexts.Of("unknown-content")));
        if (await db.Papers.CountAsync(paper => paper.OrganisationId == id, cancellationToken) >= Paper.Most)
            return OrganisationErrors.TooManyDocuments();
        var now = clock.GetUtcNow();
        // The organisation's version rises: of two uploads at once, the one that would be one too many is refused.
        (await db.Organisations.SingleAsync(one => one.Id == id, cancellationToken)).Touch(now);
        var paper = db.AddPaper(id, NameOf(file), mediaType, content.ToArray(), caller.Name, now);
        audit.Record(db, AuditActions.DocumentAdded, "document", paper.Id, paper.Name);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created(
            $"/api/v1/identity/organisations/{id}/documents/{paper.Id}", OrganisationViews.View(paper));
    }

    /// <summary>Adds a paper, saved by the caller.</summary>
    public static Paper AddPaper(
        this IdentityDb db, Guid organisation, string name, string mediaType, byte[] content, string uploadedBy,
        DateTimeOffset now)
    {
        var paper = new Paper
        {
            Id = OrderedIds.Next(now),
            OrganisationId = organisation,
            Name = name,
            MediaType = mediaType,
            Size = content.Length,
            UploadedBy = uploadedBy,
            UploadedAt = now,
        };
        db.Papers.Add(paper);
        db.PaperContents.Add(new PaperContent { PaperId = paper.Id, Content = content });
        return paper;
    }

    // The extension is of use to whoever downloads it, so a long name keeps its end.
    static string NameOf(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter)));
        return name.Length == 0 ? "document" : name[^Math.Min(name.Length, LongestName)..];
    }
}
