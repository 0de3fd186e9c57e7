using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Contracts.Jobs;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;

namespace Talent.Jobs.Features.Employers;

/// <summary>Makes job needs stand as their enterprise does: held ones public once it is verified, public ones held when
/// it is no longer, all under its current name. What is wanted can be read from the tables at any time, so a process
/// that dies in the middle, or somebody publishing at the same instant, leaves nothing behind for good.</summary>
sealed partial class HoldOrRelease(
    IServiceScopeFactory scopes, EmployerSignal signal, TimeProvider clock, ILogger<HoldOrRelease> log) : BackgroundService
{
    const int ChunkSize = 250;
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var worked = false;
            try
            {
                worked = await NextAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else changed one of them at the same moment: read again.
                worked = true;
            }
            catch (Exception failure)
            {
                LogFailed(log, failure);
            }
            if (!worked)
                await signal.WaitAsync(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sees to some job needs of one enterprise; false when all stand as they should.</summary>
    async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JobsDb>();
        if (await UnfollowedAsync(db, cancellationToken) is not { } employer)
            return false;
        var wrong = employer.Verified ? JobStates.Held : JobStates.Published;
        var requisitions = await db.Requisitions
            .Where(requisition => requisition.OrganisationId == employer.Id)
            .Where(requisition => requisition.State == wrong || requisition.OrganisationName != employer.Name)
            .OrderBy(requisition => requisition.Id).Take(ChunkSize).ToListAsync(cancellationToken);
        foreach (var requisition in requisitions)
        {
            if (requisition.Follow(employer.Name, employer.Verified, clock.GetUtcNow()))
                db.Publish(new JobNeedChanged(requisition.Need), clock);
        }
        employer.Followed = requisitions.Count < ChunkSize;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    static Task<Employer?> UnfollowedAsync(JobsDb db, CancellationToken cancellationToken) =>
        db.Employers
            .Where(employer => !employer.Followed || db.Requisitions.Any(
                requisition => requisition.OrganisationId == employer.Id
                    && requisition.State == (employer.Verified ? JobStates.Held : JobStates.Published)))
            .OrderBy(employer => employer.Id).FirstOrDefaultAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job needs do not follow their enterprises; tried again shortly")]
    static partial void LogFailed(ILogger logger, Exception failure);
}
