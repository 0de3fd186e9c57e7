using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Platform.Privacy;
using Talent.Platform.Store;

namespace Talent.Matching.Data;

/// <summary>The documents that matching has been told of, numbered in the order they changed: from here the index and
/// the pool of this process are filled and kept up to date, and can be rebuilt at any time.</summary>
sealed class MatchingDb(DbContextOptions<MatchingDb> options) : ServiceDb(options)
{
    public override string Service => "matching";

    public DbSet<JobDocument> Jobs => Set<JobDocument>();
    public DbSet<GraduateDocument> Graduates => Set<GraduateDocument>();
    public DbSet<ChangeCounter> Counters => Set<ChangeCounter>();

    /// <summary>The next change number. Whoever takes one holds the others up until it commits, so numbers become
    /// visible in order and a reader that goes by them misses none.</summary>
    public async Task<long> NextChangeAsync(CancellationToken cancellationToken)
    {
        await Counters.Where(counter => counter.Id == ChangeCounter.TheOne).ExecuteUpdateAsync(
            counter => counter.SetProperty(row => row.Last, row => row.Last + 1), cancellationToken);
        return await LastChangeAsync(cancellationToken);
    }

    /// <summary>The last change number committed, or this transaction's own: every change up to it can be read.</summary>
    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        Counters.Where(counter => counter.Id == ChangeCounter.TheOne)
            .Select(counter => counter.Last).SingleAsync(cancellationToken);

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        Acquaintance.Configure(modelBuilder);
        modelBuilder.Entity<JobDocument>(jobs =>
        {
            jobs.ToTable("job_documents").HasKey(job => job.Id);
            jobs.Property(job => job.Id).ValueGeneratedNever();
            jobs.Property(job => job.Document).IsJson(this);
            jobs.HasIndex(job => job.Change);
        });
        modelBuilder.Entity<GraduateDocument>(graduates =>
        {
            graduates.ToTable("graduate_documents").HasKey(graduate => graduate.Id);
            graduates.Property(graduate => graduate.Id).ValueGeneratedNever();
            graduates.Property(graduate => graduate.Document).IsJson(this);
            graduates.HasIndex(graduate => graduate.Change);
            graduates.HasIndex(graduate => graduate.AccountId);
            graduates.HasIndex(graduate => graduate.Email);
        });
        modelBuilder.Entity<ChangeCounter>(counters =>
        {
            counters.ToTable("change_counter").HasKey(counter => counter.Id);
            counters.Property(counter => counter.Id).ValueGeneratedNever();
        });
    }
}

sealed class JobDocument
{
    public required Guid Id { get; init; }
    public required int Version { get; set; }
    public required long Change { get; set; }
    public required JobNeed Document { get; set; }
}

sealed class GraduateDocument
{
    public required Guid Id { get; init; }
    public required int Version { get; set; }
    public required long Change { get; set; }
    public required Guid? AccountId { get; set; }
    /// <summary>In lower case.</summary>
    public required string? Email { get; set; }
    public required Graduate Document { get; set; }
}

sealed class ChangeCounter
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Last { get; set; }
}
