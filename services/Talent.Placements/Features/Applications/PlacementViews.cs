using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Interviews;
using Talent.Placements.Features.Offers;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Applications;

/// <summary>A placement as far as a caller may see it. The only place that decides what each side is shown.</summary>
static class PlacementViews
{
    public static async Task<Placement> RenderAsync(
        PlacementsDb db, PlacementCase of, Caller caller, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (one, side, now) = (of.Candidacy, Sight.SideOf(caller), clock.GetUtcNow());
        var undo = one.UndoUntil(side) is { } until && until > now ? one.UndoUntil(side) : null;
        return new Placement
        {
            Id = one.Id,
            Version = one.Version,
            Stage = one.Stage,
            StageSince = one.StageSince,
            EndReason = one.EndReason,
            EndText = EndTexts.Of(of),
            Kind = one.Kind,
            Job = await JobAsync(db, of.Job, cancellationToken),
            Graduate = GraduateFor(of.Graduate, side),
            AppliedAt = one.AppliedAt,
            ReplyBy = one.ReplyBy,
            OnBehalf = one.OnBehalf,
            Letter = side == Sides.Office ? null : one.Letter,
            Actions = Possibilities.Actions(one, side, undo is not null),
            NextStage = Possibilities.NextStage(one.Stage, one.Permit, side),
            Exceptions = Possibilities.Exceptions(one, side),
            UndoUntil = undo,
            Moves = [.. one.Moves.OrderBy(move => move.Number).Select(View)],
            Notes = side == Sides.Employer ? await NotesAsync(db, one.Id, cancellationToken) : [],
            FollowUps = FollowUpsFor(one, side),
            Interviews = await InterviewViews.OfAsync(db, of, caller, cancellationToken),
            Offers = await OfferViews.OfAsync(db, of, caller, now, cancellationToken),
            Permit = one.Permit,
            StartedOn = one.StartedOn,
        };
    }

    /// <summary>Who owes the next step; null: nobody.</summary>
    public static NextStep? Next(string? code, string? side, DateTimeOffset? dueAt, DateTimeOffset now) =>
        code is null || side is null ? null : new NextStep(code, side, dueAt, dueAt < now);

    static async Task<PlacementJob> JobAsync(PlacementsDb db, KnownJob job, CancellationToken cancellationToken)
    {
        // As committed: the row is changed by statements, never through what is tracked.
        var seats = await db.Seats.AsNoTracking().Where(seats => seats.JobId == job.Id)
            .Select(seats => new { seats.Openings, seats.Filled }).SingleOrDefaultAsync(cancellationToken);
        var need = job.Need;
        return new PlacementJob(
            job.Id, job.Title, job.Language, job.OrganisationId, job.OrganisationName, need.Country, need.City,
            need.Zone,
            need.Mode, need.Contract, seats?.Openings ?? need.Openings, seats?.Filled ?? 0);
    }

    static PlacementGraduate GraduateFor(KnownGraduate graduate, string side) => new(
        graduate.Id, graduate.Name, side == Sides.Office ? null : graduate.Email, graduate.Country, graduate.Zone,
        graduate.Cohort, graduate.College, graduate.Hours);

    static PlacementMove View(Move move) => new(
        move.From, move.To, move.At, move.By, move.Side, move.Reason, move.Exception, move.Undone);

    static async Task<IReadOnlyList<PlacementNote>> NotesAsync(
        PlacementsDb db, Guid placement, CancellationToken cancellationToken) =>
        await db.Notes.AsNoTracking().Where(note => note.PlacementId == placement).OrderBy(note => note.Id)
            .Select(note => new PlacementNote(note.Id, note.At, note.By, note.Text)).ToListAsync(cancellationToken);

    /// <summary>What was found belongs to the graduate and those who asked: an employer learns that it was asked and
    /// whether the graduate is at work, which it knows.</summary>
    static IReadOnlyList<FollowUp> FollowUpsFor(Candidacy one, string side)
    {
        if (one.StartedOn is not { } started)
            return [];
        return [.. FollowUpPlan.Months.Select(month =>
        {
            var done = one.FollowUps.FirstOrDefault(found => found.Month == month);
            var all = side != Sides.Employer;
            return new FollowUp(
                month, FollowUpPlan.DueOn(started, month), done?.DoneOn, done?.AtWork, all ? done?.Pay : null,
                all ? done?.Currency : null, all ? done?.Satisfaction : null, all ? done?.Comment : null, done?.By);
        })];
    }
}
