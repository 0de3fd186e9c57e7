using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Talent.Placements.Data;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Overview;

/// <summary>What boards are counted from, in memory: a few numbers of each placement and graduate, brought up to date
/// from the store before each count by the numbers of its changes. Each instance has its own; none can be
/// behind.</summary>
sealed class Census : IDisposable
{
    readonly SemaphoreSlim gate = new(1);
    readonly Dictionary<Guid, PlacementCount> placements = [];
    readonly Dictionary<Guid, GraduateCount> graduates = [];
    readonly Dictionary<(Guid CollegeId, string Name), CohortName> cohorts = [];
    readonly Dictionary<Guid, string> countries = [];
    long position;

    /// <summary>Counts what the store holds now.</summary>
    /// <param name="count">Must not keep what it is given.</param>
    public async Task<T> CountAsync<T>(
        PlacementsDb db, Func<CensusRows, T> count, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(db, cancellationToken);
            return count(new CensusRows(placements.Values, graduates, cohorts.Count));
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    async Task CatchUpAsync(PlacementsDb db, CancellationToken cancellationToken)
    {
        // Read first: all changes up to this number are committed, and later ones are read next time.
        var to = await db.LastChangeAsync(cancellationToken);
        if (to == position)
            return;
        var (from, first) = (position, position == 0);
        await ReadJobsAsync(db, from, cancellationToken);
        await ReadGraduatesAsync(db, from, cancellationToken);
        await ReadPlacementsAsync(db, from, cancellationToken);
        position = to;
        if (first)
            placements.TrimExcess();
    }

    async Task ReadJobsAsync(PlacementsDb db, long from, CancellationToken cancellationToken)
    {
        await foreach (var job in db.Jobs.AsNoTracking().Where(job => job.Change > from)
            .Select(job => new { job.Id, job.Country }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            countries[job.Id] = string.Intern(job.Country);
    }

    async Task ReadGraduatesAsync(PlacementsDb db, long from, CancellationToken cancellationToken)
    {
        await foreach (var row in db.Graduates.AsNoTracking().Where(graduate => graduate.Change > from)
            .Select(graduate => new
            {
                graduate.Id,
                graduate.CollegeId,
                graduate.College,
                graduate.Cohort,
                graduate.Programme,
                graduate.Removed,
            }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Removed || row.CollegeId is not { } college || row.Cohort is null)
                graduates.Remove(row.Id);
            else
                graduates[row.Id] = new GraduateCount(
                    CohortOf(college, row.Cohort), string.Intern(row.College ?? ""),
                    row.Programme is null ? null : string.Intern(row.Programme));
        }
    }

    CohortName CohortOf(Guid college, string name)
    {
        ref var cohort = ref CollectionsMarshal.GetValueRefOrAddDefault(cohorts, (college, name), out _);
        return cohort ??= new CohortName(college, name, cohorts.Count - 1);
    }

    async Task ReadPlacementsAsync(PlacementsDb db, long from, CancellationToken cancellationToken)
    {
        await foreach (var row in db.Candidacies.AsNoTracking().Where(one => one.Change > from)
            .Select(one => new
            {
                one.Id,
                one.JobId,
                one.GraduateId,
                one.OrganisationId,
                one.CollegeId,
                one.Stage,
                one.Reached,
                one.EndReason,
                one.EndedOn,
                one.AppliedAt,
                one.AnsweredAt,
                one.OfferedAt,
                one.AcceptedAt,
                one.StartedOn,
                one.NextCode,
                one.NextDueAt,
                one.Permit,
                one.FollowUps,
            }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(placements, row.Id, out _);
            kept = new PlacementCount(
                row.GraduateId, row.OrganisationId, row.CollegeId, StageMachine.Rank(row.Stage),
                StageMachine.Rank(row.Reached), row.EndReason, row.EndedOn, row.AppliedAt, row.AnsweredAt,
                row.OfferedAt,
                row.AcceptedAt, row.StartedOn, row.NextCode == "follow-up", row.NextDueAt, row.Permit?.ArrivesOn,
                Found(row.FollowUps, _ => true), Found(row.FollowUps, found => found.AtWork),
                countries.GetValueOrDefault(row.JobId, ""));
        }
    }

    /// <summary>The months asked about, as bits.</summary>
    static int Found(IReadOnlyList<FollowUpFinding> findings, Func<FollowUpFinding, bool> which) =>
        findings.Where(which).Aggregate(0, (bits, found) => bits | (1 << found.Month));
}

/// <summary>What is counted, while the census stands still.</summary>
/// <param name="Cohorts">Every cohort's number is below this.</param>
sealed record CensusRows(
    Dictionary<Guid, PlacementCount>.ValueCollection Placements, Dictionary<Guid, GraduateCount> Graduates, int Cohorts);

/// <summary>A cohort, one object for all its graduates.</summary>
/// <param name="Number">Its place among all cohorts, from 0.</param>
sealed record CohortName(Guid CollegeId, string Name, int Number);

/// <summary>A graduate of a cohort.</summary>
sealed record GraduateCount(CohortName Cohort, string College, string? Programme);

/// <summary>A placement in numbers.</summary>
/// <param name="Stage">Its rank, as <paramref name="Reached"/>: see <see cref="StageMachine.Rank"/>.</param>
/// <param name="Asked">Bit n: the follow-up of month n was done.</param>
/// <param name="AtWork">Bit n: and found the graduate at work.</param>
/// <param name="Country">Of the work.</param>
sealed record PlacementCount(
    Guid GraduateId, Guid OrganisationId, Guid? CollegeId, int Stage, int Reached, string? EndReason, DateOnly? EndedOn,
    DateTimeOffset AppliedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? OfferedAt, DateTimeOffset? AcceptedAt,
    DateOnly? StartedOn, bool OwesFollowUp, DateTimeOffset? NextDueAt, DateOnly? ArrivesOn, int Asked, int AtWork,
    string Country);
