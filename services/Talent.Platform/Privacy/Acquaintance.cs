using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Platform.Store;

namespace Talent.Platform.Privacy;

/// <summary>A graduate has applied to an employer and is thereby known to it by name: while the application goes on,
/// for good once an offer was accepted, else until half a year after it ended. Kept by each service that shows
/// graduates.</summary>
public sealed class Acquaintance
{
    /// <summary>How long an employer remembers whom it did not take.</summary>
    public static readonly TimeSpan AfterItsEnd = TimeSpan.FromDays(180);

    public required Guid PlacementId { get; init; }
    public required Guid GraduateId { get; init; }
    /// <summary>The employer.</summary>
    public required Guid OrganisationId { get; init; }
    /// <summary>Of the placement when this was learnt.</summary>
    public required int Version { get; set; }
    /// <summary>Null: without an end.</summary>
    public required DateTimeOffset? Until { get; set; }

    /// <summary>Keeps the newest that is told of an application; its consumer's whole effect.</summary>
    public static async Task KeepAsync(ServiceDb db, PlacementChanged message, CancellationToken cancellationToken)
    {
        var all = db.Set<Acquaintance>();
        var known = await all.FindAsync([message.Id], cancellationToken);
        if (known?.Version >= message.Version)
            return;
        if (known is null)
        {
            all.Add(new Acquaintance
            {
                PlacementId = message.Id,
                GraduateId = message.GraduateId,
                OrganisationId = message.OrganisationId,
                Version = message.Version,
                Until = UntilOf(message),
            });
            return;
        }
        known.Version = message.Version;
        known.Until = UntilOf(message);
    }

    /// <summary>The table.</summary>
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<Acquaintance>(acquaintances =>
    {
        acquaintances.ToTable("acquaintances").HasKey(row => row.PlacementId);
        acquaintances.Property(row => row.PlacementId).ValueGeneratedNever();
        acquaintances.HasIndex(row => new { row.GraduateId, row.OrganisationId });
    });

    static DateTimeOffset? UntilOf(PlacementChanged message) =>
        message.Stage == Stages.Ended && !WasAccepted(message.Reached) ? message.At + AfterItsEnd : null;

    static bool WasAccepted(string reached) =>
        reached is Stages.Accepted or Stages.Permit or Stages.Departure or Stages.Started or Stages.Lasting;
}

/// <summary>Asks who is known to whom.</summary>
public static class Acquaintances
{
    /// <summary>Those of some graduates who have made themselves known to an employer.</summary>
    /// <param name="organisation">Null knows nobody.</param>
    public static async Task<IReadOnlySet<Guid>> KnownToAsync(
        this ServiceDb db, Guid? organisation, IReadOnlyCollection<Guid> graduates, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (organisation is not { } employer || graduates.Count == 0)
            return new HashSet<Guid>();
        return await db.Set<Acquaintance>().AsNoTracking()
            .Where(row => graduates.Contains(row.GraduateId) && row.OrganisationId == employer)
            .Where(row => row.Until == null || row.Until > now)
            .Select(row => row.GraduateId).ToHashSetAsync(cancellationToken);
    }
}
