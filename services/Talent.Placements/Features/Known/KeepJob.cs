using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Messaging;

namespace Talent.Placements.Features.Known;

/// <summary>Keeps the newest document of a job and how many openings it has. A job that is closed ends the applications
/// to it that have no offer yet.</summary>
sealed class KeepJob(PlacementsDb db, TimeProvider clock, PlacementRecord record)
    : IdempotentConsumer<PlacementsDb, JobNeedChanged>(db, clock)
{
    readonly TimeProvider time = clock;

    protected override async Task HandleAsync(JobNeedChanged message, CancellationToken cancellationToken)
    {
        var need = message.Job;
        var known = await Db.Jobs.FindAsync([need.Id], cancellationToken);
        if (known?.Version >= need.Version)
            return;
        if (known is null)
            Db.Jobs.Add(known = New(need));
        else
            Renew(known, need);
        var seats = await Db.Seats.FindAsync([need.Id], cancellationToken);
        if (seats is null)
            Db.Seats.Add(seats = new Seats { JobId = need.Id, Openings = need.Openings, Filled = 0 });
        else
            seats.Openings = need.Openings;
        if (need.State == "closed")
            await EndApplicationsAsync(known, seats, cancellationToken);
    }

    async Task EndApplicationsAsync(KnownJob job, Seats seats, CancellationToken cancellationToken)
    {
        string[] waiting = [Stages.Applied, Stages.Screened, Stages.Shortlisted, Stages.Interview];
        var open = await Db.Candidacies.Where(one => one.JobId == job.Id && waiting.Contains(one.Stage))
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var reason = seats.Filled >= seats.Openings ? EndReasons.Filled : EndReasons.JobClosed;
        foreach (var candidacy in open)
        {
            var graduate = await Db.Graduates.SingleAsync(
                graduate => graduate.Id == candidacy.GraduateId, cancellationToken);
            if (candidacy.Close(reason, Actor.Platform, null, time.GetUtcNow()) is not null)
                continue;
            await record.KeepAsync(
                Db, new PlacementCase(candidacy, job, graduate), Actor.Platform, KindsOfNotice.PlacementEnded,
                cancellationToken);
        }
    }

    static KnownJob New(JobNeed need) => new()
    {
        Id = need.Id,
        Version = need.Version,
        OrganisationId = need.OrganisationId,
        OrganisationName = need.OrganisationName,
        State = need.State,
        Title = need.Title,
        TitleKey = need.Title.ToLowerInvariant(),
        Language = need.Language,
        Country = need.Country,
        Need = need,
    };

    static void Renew(KnownJob known, JobNeed need)
    {
        known.Version = need.Version;
        known.OrganisationName = need.OrganisationName;
        known.State = need.State;
        known.Title = need.Title;
        known.TitleKey = need.Title.ToLowerInvariant();
        known.Language = need.Language;
        known.Country = need.Country;
        known.Need = need;
    }
}
