using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Applications;

/// <summary><c>POST /placements/applications</c>: a graduate applies; or a coordinator for one of the college's
/// graduates who has consented. A job or graduate not known is 404.</summary>
static class Apply
{
    const int LongestLetter = 4000;

    public static async Task<Results<Created<Placement>, ProblemHttpResult>> Handle(
        ApplicationInput input, [AsParameters] Desk desk)
    {
        if (Wrong(input, desk.Caller, out var letter) is { } wrong)
            return wrong;
        var (db, cancellationToken) = (desk.Db, desk.CancellationToken);
        var graduate = await GraduateAsync(input, desk);
        var job = await db.Jobs.SingleOrDefaultAsync(job => job.Id == input.JobId, cancellationToken);
        if (graduate is null)
            return Problems.NotFound(desk.Caller.Role == Roles.Graduate ? "profile" : "graduate");
        if (job is null || job.State is not ("published" or "closed"))
            return Problems.NotFound("job-need");
        var (mandate, refusal) = await MandateAsync(desk, graduate);
        refusal ??= await RefusalAsync(db, job, graduate, desk.Now, cancellationToken);
        if (refusal is not null)
            return refusal;
        var candidacy = Candidacy.Apply(
            job.Facts, graduate.Id, graduate.CollegeId, mandate, letter, desk.Actor, desk.Now);
        db.Candidacies.Add(candidacy);
        var of = new PlacementCase(candidacy, job, graduate);
        await desk.Record.KeepAsync(db, of, desk.Actor, KindsOfNotice.ApplicationMade, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        desk.Http.Response.Headers.ETag = ETags.Of(candidacy.Version);
        return TypedResults.Created(
            $"/api/v1/placements/{candidacy.Id}",
            await PlacementViews.RenderAsync(db, of, desk.Caller, desk.Clock, cancellationToken));
    }

    static ProblemHttpResult? Wrong(ApplicationInput input, Caller caller, out string? letter)
    {
        var checks = new InputChecks([]);
        letter = checks.Text("letter", input.Letter, LongestLetter);
        if (input.JobId is null)
            checks.Errors.Add(IntakeErrors.Missing("job_id"));
        if (caller.Role == Roles.Coordinator && input.OnBehalfOf is null)
            checks.Errors.Add(IntakeErrors.Missing("on_behalf_of"));
        return PlacementErrors.Wrong(checks);
    }

    static async Task<KnownGraduate?> GraduateAsync(ApplicationInput input, Desk desk)
    {
        if (desk.Caller.Role == Roles.Graduate)
        {
            var own = await desk.Db.OwnProfileAsync(desk.Caller, desk.CancellationToken);
            return input.OnBehalfOf is null || input.OnBehalfOf == own?.Id ? own : null;
        }
        return await desk.Db.Graduates.SingleOrDefaultAsync(
            graduate => graduate.Id == input.OnBehalfOf && graduate.CollegeId == desk.Caller.OrganisationId
                && !graduate.Removed, desk.CancellationToken);
    }

    /// <summary>The consent that a coordinator applies with; a graduate needs none.</summary>
    static async Task<(Guid? Mandate, ProblemHttpResult? Refusal)> MandateAsync(Desk desk, KnownGraduate graduate)
    {
        if (desk.Caller.Role == Roles.Graduate)
            return (null, null);
        return await Mandates.FindAsync(desk, graduate) is { } mandate
            ? (mandate.Id, null)
            : (null, PlacementErrors.Conflict("consent-missing"));
    }

    static async Task<ProblemHttpResult?> RefusalAsync(
        PlacementsDb db, KnownJob job, KnownGraduate graduate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (job.State == "closed" || job.Need.ClosesOn < LocalDays.Today(now, job.Need.Zone))
            return PlacementErrors.Conflict("job-not-open");
        var before = await db.Candidacies.Where(one => one.JobId == job.Id && one.GraduateId == graduate.Id)
            .Select(one => new { one.Stage, one.EndReason }).ToListAsync(cancellationToken);
        if (before.Exists(one => one.Stage != Stages.Ended))
            return PlacementErrors.Conflict("already-applied");
        if (before.Exists(one => one.EndReason == EndReasons.Refused))
            return PlacementErrors.Conflict("refused-before");
        return await db.Seats.AnyAsync(
            seats => seats.JobId == job.Id && seats.Filled >= seats.Openings, cancellationToken)
            ? PlacementErrors.Conflict("openings-taken")
            : null;
    }
}
