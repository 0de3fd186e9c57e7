using Microsoft.EntityFrameworkCore;
using Talent.Identity.Domain;

namespace Talent.Identity.Data;

/// <summary>The tables of organisations, of who belongs to them and of what was done.</summary>
static class OrganisationTables
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Organisation>(organisations =>
        {
            organisations.ToTable("organisations").HasKey(organisation => organisation.Id);
            organisations.Property(organisation => organisation.Id).ValueGeneratedNever();
            organisations.Property(organisation => organisation.Version).IsConcurrencyToken();
            organisations.Property(organisation => organisation.MembersVersion).IsConcurrencyToken();
            organisations.Ignore(organisation => organisation.IsVerified);
            organisations.HasIndex(organisation => new { organisation.State, organisation.Id });
        });
        modelBuilder.Entity<Membership>(memberships =>
        {
            memberships.ToTable("memberships").HasKey(member => new { member.OrganisationId, member.AccountId });
            memberships.HasIndex(member => member.AccountId);
        });
        modelBuilder.Entity<Paper>(papers =>
        {
            papers.ToTable("papers").HasKey(paper => paper.Id);
            papers.Property(paper => paper.Id).ValueGeneratedNever();
            papers.HasIndex(paper => new { paper.OrganisationId, paper.Id });
        });
        modelBuilder.Entity<PaperContent>(contents =>
        {
            contents.ToTable("paper_contents").HasKey(content => content.PaperId);
            contents.Property(content => content.PaperId).ValueGeneratedNever();
        });
        modelBuilder.Entity<PendingInvitation>(invitations =>
        {
            invitations.ToTable("invitations").HasKey(invitation => invitation.Id);
            invitations.Property(invitation => invitation.Id).ValueGeneratedNever();
            invitations.HasIndex(invitation => invitation.Hash).IsUnique();
            invitations.HasIndex(invitation => new { invitation.OrganisationId, invitation.Email }).IsUnique();
        });
        modelBuilder.Entity<OrganisationKey>(keys =>
        {
            keys.ToTable("api_keys").HasKey(key => key.Id);
            keys.Property(key => key.Id).ValueGeneratedNever();
            keys.HasIndex(key => key.Hash).IsUnique();
            keys.HasIndex(key => new { key.OrganisationId, key.Id });
        });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit").HasKey(row => row.Id);
            audit.Property(row => row.Id).ValueGeneratedNever();
            audit.HasIndex(row => new { row.OrganisationId, row.Id });
        });
    }
}
