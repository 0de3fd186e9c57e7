using Microsoft.EntityFrameworkCore;
using Talent.Jobs.Domain;
using Talent.Platform.Store;

namespace Talent.Jobs.Data;

sealed class JobsDb(DbContextOptions<JobsDb> options) : ServiceDb(options)
{
    public override string Service => "jobs";

    public DbSet<Requisition> Requisitions => Set<Requisition>();
    public DbSet<Employer> Employers => Set<Employer>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Requisition>(requisitions =>
        {
            requisitions.ToTable("requisitions").HasKey(requisition => requisition.Id);
            requisitions.Property(requisition => requisition.Id).ValueGeneratedNever();
            requisitions.Property(requisition => requisition.Version).IsConcurrencyToken();
            requisitions.Property(requisition => requisition.Need).IsJson(this);
            requisitions.Ignore(requisition => requisition.IsPublic);
            requisitions.HasIndex(requisition => new { requisition.OrganisationId, requisition.ExternalId }).IsUnique();
            requisitions.HasIndex(requisition => new { requisition.OrganisationId, requisition.Id });
            requisitions.HasIndex(requisition => new { requisition.UpdatedAt, requisition.Id });
            requisitions.HasIndex(requisition => new { requisition.OrganisationId, requisition.State });
        });
        modelBuilder.Entity<Employer>(employers =>
        {
            employers.ToTable("employers").HasKey(employer => employer.Id);
            employers.Property(employer => employer.Id).ValueGeneratedNever();
            employers.Property(employer => employer.Version).IsConcurrencyToken();
        });
    }
}
