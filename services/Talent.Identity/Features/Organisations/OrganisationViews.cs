using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;

namespace Talent.Identity.Features.Organisations;

static class OrganisationViews
{
    /// <summary>The organisation with its papers, as members and the office see it.</summary>
    public static async Task<OrganisationView> ViewAsync(
        this IdentityDb db, Organisation organisation, CancellationToken cancellationToken) => new()
        {
            Id = organisation.Id,
            Kind = organisation.Kind,
            Name = organisation.Name,
            Country = organisation.Country ?? "",
            RegistrationNumber = organisation.RegistrationNumber,
            Website = organisation.Website,
            State = organisation.State,
            Reason = organisation.Reason,
            DecidedBy = organisation.DecidedBy,
            DecidedAt = organisation.DecidedAt,
            SubmittedAt = organisation.SubmittedAt,
            Documents = await DocumentsAsync(db, organisation.Id, cancellationToken),
            Version = organisation.Version,
            CreatedAt = organisation.CreatedAt,
            UpdatedAt = organisation.UpdatedAt,
        };

    static async Task<List<OrganisationDocument>> DocumentsAsync(
        IdentityDb db, Guid organisation, CancellationToken cancellationToken)
    {
        var papers = await db.Papers.AsNoTracking().Where(paper => paper.OrganisationId == organisation)
            .OrderBy(paper => paper.Id).ToListAsync(cancellationToken);
        return papers.ConvertAll(View);
    }

    public static OrganisationDocument View(Paper paper) => new(
        paper.Id, paper.Name, paper.MediaType, paper.Size, paper.UploadedBy, paper.UploadedAt);
}
