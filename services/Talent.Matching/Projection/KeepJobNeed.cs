using Talent.Contracts.Jobs;
using Talent.Matching.Data;
using Talent.Platform.Messaging;

namespace Talent.Matching.Projection;

/// <summary>Keeps the newest document of a job need.</summary>
sealed class KeepJobNeed(MatchingDb db, TimeProvider clock, ProjectionSignal signal)
    : IdempotentConsumer<MatchingDb, JobNeedChanged>(db, clock)
{
    protected override async Task HandleAsync(JobNeedChanged message, CancellationToken cancellationToken)
    {
        var job = message.Job;
        var known = await Db.Jobs.FindAsync([job.Id], cancellationToken);
        if (known?.Version >= job.Version)
            return;
        var change = await Db.NextChangeAsync(cancellationToken);
        if (known is null)
        {
            Db.Jobs.Add(new JobDocument { Id = job.Id, Version = job.Version, Change = change, Document = job });
        }
        else
        {
            known.Version = job.Version;
            known.Change = change;
            known.Document = job;
        }
        signal.Set();
    }
}
