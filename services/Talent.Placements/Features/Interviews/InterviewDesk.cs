using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Interviews;

/// <summary>How an interview is changed: it is read, changed and put beside its placement's change, in one
/// transaction.</summary>
static class InterviewDesk
{
    /// <summary>Changes the interview with this id.</summary>
    /// <param name="wrong">What is wrong with the input, said to those alone who may know of the interview; null:
    /// nothing.</param>
    /// <param name="step">Called again when somebody else was quicker.</param>
    public static async Task<Results<Ok<Interview>, ProblemHttpResult>> ChangeAsync(
        this Desk desk, Guid id, ProblemHttpResult? wrong, Func<PlacementCase, InterviewRound, Task<Outcome>> step)
    {
        var placement = await desk.Db.Interviews.Where(one => one.Id == id).Select(one => (Guid?)one.PlacementId)
            .SingleOrDefaultAsync(desk.CancellationToken);
        if (placement is null)
            return InterviewErrors.Unknown();
        InterviewRound? round = null;
        var (of, problem) = await desk.TryAsync(placement.Value, async of =>
        {
            if ((wrong ?? await MandateProblemAsync(desk, of)) is { } problem)
                return Outcome.Refused(problem);
            round = await desk.Db.Interviews.SingleAsync(one => one.Id == id, desk.CancellationToken);
            return await step(of, round);
        });
        if (of is null)
            return problem!;
        desk.Http.Response.Headers.ETag = ETags.Of(round!.Version);
        return TypedResults.Ok(await InterviewViews.OneAsync(desk.Db, of, round, desk.Caller, desk.CancellationToken));
    }

    /// <summary>What people are told of an interview.</summary>
    public static Outcome Told(this InterviewRound round, string kind, string? comment = null) => Outcome.Of(
        null, kind, new NoticeSubject("interview", round.Id),
        ("startAt", Written(round.BookedStart)), ("endAt", Written(round.BookedEnd)),
        ("place", round.Place), ("comment", comment));

    static string? Written(DateTimeOffset? at) => at?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A coordinator does something for a graduate only with their consent.</summary>
    static async Task<ProblemHttpResult?> MandateProblemAsync(Desk desk, PlacementCase of) =>
        desk.Actor.Side != Sides.Coordinator
        || await Mandates.FindAsync(desk, of.Graduate) is not null
            ? null
            : PlacementErrors.Conflict("consent-missing");
}
