using Microsoft.EntityFrameworkCore;
using Talent.Graduates.Domain;
using Talent.Platform.Privacy;
using Talent.Platform.Store;

namespace Talent.Graduates.Data;

sealed class GraduatesDb(DbContextOptions<GraduatesDb> options) : ServiceDb(options)
{
    public override string Service => "graduates";

    public DbSet<Profile> Profiles => Set<Profile>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        Acquaintance.Configure(modelBuilder);
        modelBuilder.Entity<Profile>(profiles =>
        {
            profiles.ToTable("profiles").HasKey(profile => profile.Id);
            profiles.Property(profile => profile.Id).ValueGeneratedNever();
            profiles.Property(profile => profile.Version).IsConcurrencyToken();
            profiles.Property(profile => profile.Graduate).IsJson(this);
            profiles.HasIndex(profile => new { profile.OrganisationId, profile.ExternalId }).IsUnique();
            profiles.HasIndex(profile => new { profile.OrganisationId, profile.Cohort, profile.Id });
            // Most profiles have no account: a search for one without goes by the e-mail address.
            profiles.HasIndex(profile => profile.AccountId).HasFilter("account_id IS NOT NULL").IsUnique();
            profiles.HasIndex(profile => profile.Email);
        });
    }
}
