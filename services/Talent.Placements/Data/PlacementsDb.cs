using Microsoft.EntityFrameworkCore;
using Talent.Placements.Domain;
using Talent.Platform.Store;

namespace Talent.Placements.Data;

/// <summary>Placements, what hangs on them, and what is known here of jobs, graduates and organisations. Rows that the
/// boards are counted from are numbered in the order they change.</summary>
sealed partial class PlacementsDb(DbContextOptions<PlacementsDb> options) : ServiceDb(options)
{
    public override string Service => "placements";

    public DbSet<Candidacy> Candidacies => Set<Candidacy>();
    public DbSet<Move> Moves => Set<Move>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Alarm> Alarms => Set<Alarm>();
    public DbSet<Mandate> Mandates => Set<Mandate>();
    public DbSet<KnownJob> Jobs => Set<KnownJob>();
    public DbSet<KnownGraduate> Graduates => Set<KnownGraduate>();
    public DbSet<KnownOrganisation> Organisations => Set<KnownOrganisation>();
    public DbSet<Seats> Seats => Set<Seats>();
    public DbSet<ChangeCounter> Counters => Set<ChangeCounter>();

    /// <summary>Numbers what the boards are counted from. Whoever takes a number holds the others up until it
    /// commits, so numbers become visible in order and a reader that goes by them misses none.</summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var counted = ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified
                && entry.Entity is Candidacy or KnownJob or KnownGraduate)
            .ToList();
        if (counted.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var transaction = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        await TakeTurnAsync(cancellationToken);
        var change = await LastChangeAsync(cancellationToken);
        foreach (var entry in counted)
            entry.Property(nameof(Candidacy.Change)).CurrentValue = change;
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    /// <summary>From here on until this transaction has ended nobody else commits a change: what is read now stays
    /// so.</summary>
    public Task TakeTurnAsync(CancellationToken cancellationToken) =>
        Counters.Where(counter => counter.Id == ChangeCounter.TheOne).ExecuteUpdateAsync(
            counter => counter.SetProperty(row => row.Last, row => row.Last + 1), cancellationToken);

    /// <summary>The last change number committed, or this transaction's own: every change up to it can be
    /// read.</summary>
    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        Counters.Where(counter => counter.Id == ChangeCounter.TheOne)
            .Select(counter => counter.Last).SingleAsync(cancellationToken);

    /// <summary>Whether a change came too late: its row was changed meanwhile, or, where the store looks at the move
    /// first, the move's number was taken.</summary>
    public static bool WasTooLate(DbUpdateException failure) =>
        failure is DbUpdateConcurrencyException
        || failure.Entries.Any(entry => entry.Entity is Move or Booking or OfferVersion);

    /// <summary>Lets go of what was read and changed, so that it can be read afresh; a call's idempotency key
    /// stays.</summary>
    public void Forget()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.Entity is not IdempotencyKey).ToList())
            entry.State = EntityState.Detached;
    }

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        ConfigureCandidacies(modelBuilder);
        ConfigureKnown(modelBuilder);
        ConfigureInterviews(modelBuilder);
        ConfigureOffers(modelBuilder);
    }

    void ConfigureCandidacies(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Candidacy>(placements =>
        {
            placements.ToTable("placements").HasKey(one => one.Id);
            placements.Property(one => one.Id).ValueGeneratedNever();
            placements.Property(one => one.Version).IsConcurrencyToken();
            placements.Property(one => one.Permit).IsJson(this);
            placements.Property(one => one.FollowUps).IsJson(this);
            placements.Ignore(one => one.OnBehalf).Ignore(one => one.TakesSeat).Ignore(one => one.LastMove);
            placements.HasMany(one => one.Moves).WithOne().HasForeignKey(move => move.PlacementId);
            placements.HasIndex(one => new { one.JobId, one.GraduateId })
                .HasFilter("stage <> 'ended'").IsUnique();
            placements.HasIndex(one => new { one.OrganisationId, one.Stage, one.Id });
            placements.HasIndex(one => new { one.CollegeId, one.Stage, one.Id });
            placements.HasIndex(one => one.GraduateId);
            placements.HasIndex(one => one.Change);
            placements.HasIndex(one => new { one.NextDueAt, one.NextCode, one.Stage });
        });
        modelBuilder.Entity<Move>(moves =>
        {
            moves.ToTable("moves").HasKey(move => move.Id);
            moves.Property(move => move.Id).ValueGeneratedNever();
            moves.Property(move => move.Before).IsJson(this);
            moves.HasIndex(move => new { move.PlacementId, move.Number }).IsUnique();
        });
        modelBuilder.Entity<Note>(notes =>
        {
            notes.ToTable("notes").HasKey(note => note.Id);
            notes.Property(note => note.Id).ValueGeneratedNever();
            notes.HasIndex(note => note.PlacementId);
        });
        modelBuilder.Entity<Alarm>(alarms =>
        {
            alarms.ToTable("alarms").HasKey(alarm => alarm.Id);
            alarms.Property(alarm => alarm.Id).ValueGeneratedNever();
            alarms.HasIndex(alarm => alarm.DueAt);
            alarms.HasIndex(alarm => alarm.PlacementId);
            alarms.HasIndex(alarm => alarm.Subject);
        });
        modelBuilder.Entity<Mandate>(mandates =>
        {
            mandates.ToTable("mandates").HasKey(mandate => mandate.Id);
            mandates.Property(mandate => mandate.Id).ValueGeneratedNever();
            mandates.HasIndex(mandate => mandate.GraduateId);
            mandates.HasIndex(mandate => mandate.OrganisationId);
        });
        modelBuilder.Entity<ChangeCounter>(counters =>
        {
            counters.ToTable("change_counter").HasKey(counter => counter.Id);
            counters.Property(counter => counter.Id).ValueGeneratedNever();
        });
    }

    void ConfigureKnown(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<KnownJob>(jobs =>
        {
            jobs.ToTable("known_jobs").HasKey(job => job.Id);
            jobs.Property(job => job.Id).ValueGeneratedNever();
            jobs.Property(job => job.Need).IsJson(this);
            jobs.Ignore(job => job.Facts);
            jobs.HasIndex(job => job.Change);
        });
        modelBuilder.Entity<KnownGraduate>(graduates =>
        {
            graduates.ToTable("known_graduates").HasKey(graduate => graduate.Id);
            graduates.Property(graduate => graduate.Id).ValueGeneratedNever();
            graduates.HasIndex(graduate => graduate.AccountId);
            graduates.HasIndex(graduate => graduate.Email);
            graduates.HasIndex(graduate => graduate.Change);
        });
        modelBuilder.Entity<KnownOrganisation>(organisations =>
        {
            organisations.ToTable("known_organisations").HasKey(organisation => organisation.Id);
            organisations.Property(organisation => organisation.Id).ValueGeneratedNever();
            organisations.HasIndex(organisation => organisation.Kind);
        });
        modelBuilder.Entity<Seats>(seats =>
        {
            seats.ToTable("seats").HasKey(row => row.JobId);
            seats.Property(row => row.JobId).ValueGeneratedNever();
        });
    }
}

sealed class ChangeCounter
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Last { get; set; }
}
