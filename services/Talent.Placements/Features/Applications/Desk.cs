using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Platform.Http;
using Talent.Platform.Security;
using View = Talent.Contracts.Placements.Placement;

namespace Talent.Placements.Features.Applications;

/// <summary>What every change of a placement takes, and how it is made: read, change, keep all that goes with it,
/// commit. When somebody else changed it meanwhile, it is read again and the step tried anew, so that who comes too
/// late is told why by the step itself.</summary>
sealed record Desk(
    Caller Caller, [FromServices] PlacementsDb Db, [FromServices] PlacementRecord Record, [FromServices] TimeProvider Clock,
    HttpContext Http, CancellationToken CancellationToken)
{
    const int MostAttempts = 8;

    public Actor Actor { get; } = Sight.ActorOf(Caller);

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Makes a change of the placement with this id, unless the input is wrong: that is said to those alone
    /// who may know of the placement.</summary>
    /// <param name="wrong">What is wrong with the input; null: nothing.</param>
    public Task<Results<Ok<View>, ProblemHttpResult>> ChangeAsync(
        Guid id, ProblemHttpResult? wrong, Func<PlacementCase, Task<Outcome>> step) =>
        ChangeAsync(id, of => wrong is null ? step(of) : Task.FromResult(Outcome.Refused(wrong)));

    /// <summary>Makes a change of the placement with this id.</summary>
    /// <param name="step">Changes it and says what people are told; called again when somebody else was
    /// quicker.</param>
    public async Task<Results<Ok<View>, ProblemHttpResult>> ChangeAsync(
        Guid id, Func<PlacementCase, Task<Outcome>> step)
    {
        var (of, problem) = await TryAsync(id, step);
        if (of is null)
            return problem!;
        Http.Response.Headers.ETag = ETags.Of(of.Candidacy.Version);
        return TypedResults.Ok(await PlacementViews.RenderAsync(Db, of, Caller, Clock, CancellationToken));
    }

    /// <inheritdoc cref="ChangeAsync(Guid, Func{PlacementCase, Task{Outcome}})"/>
    /// <returns>The changed case, or why not.</returns>
    public async Task<(PlacementCase? Case, ProblemHttpResult? Problem)> TryAsync(
        Guid id, Func<PlacementCase, Task<Outcome>> step)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(id, step);
            }
            catch (DbUpdateException failure) when (attempt < MostAttempts && PlacementsDb.WasTooLate(failure))
            {
                // Its version had risen, or, what shows first on PostgreSQL, somebody else's move has the next number.
                Db.Forget();
            }
        }
    }

    async Task<(PlacementCase? Case, ProblemHttpResult? Problem)> OnceAsync(
        Guid id, Func<PlacementCase, Task<Outcome>> step)
    {
        await using var transaction = Db.Database.CurrentTransaction is null
            ? await Db.Database.BeginTransactionAsync(CancellationToken)
            : null;
        if (await Db.FindCaseAsync(id, Caller, CancellationToken) is not { } of)
            return (null, PlacementErrors.Unknown());
        var seated = of.Candidacy.TakesSeat;
        var outcome = await step(of);
        if (outcome.Problem is { } problem)
        {
            Db.Forget();
            return (null, problem);
        }
        if (outcome.Kind is { } kind)
            await Record.KeepAsync(Db, of, Actor, kind, CancellationToken, outcome.Subject, outcome.Values);
        await Db.SaveChangesAsync(CancellationToken);
        // Last: a step tried anew within the transaction of an idempotency key must not take an opening twice.
        if (!await SeatKeeping.FollowAsync(Db, of.Candidacy, seated, CancellationToken))
        {
            Db.Forget();
            return (null, PlacementErrors.Conflict("openings-taken"));
        }
        if (transaction is not null)
            await transaction.CommitAsync(CancellationToken);
        return (of, null);
    }
}

/// <summary>What came of a step: why not, or what people are told of it.</summary>
/// <param name="Kind">One of <see cref="KindsOfNotice"/>; null: nothing changed.</param>
sealed record Outcome(
    ProblemHttpResult? Problem, string? Kind, NoticeSubject? Subject,
    IReadOnlyList<(string Name, string? Value)> Values)
{
    public static Outcome Unchanged { get; } = new(null, null, null, []);

    public static Outcome Refused(ProblemHttpResult problem) => new(problem, null, null, []);

    /// <summary>Refused when there is an error, else told as a kind.</summary>
    public static Outcome Of(
        StepError? error, string kind, NoticeSubject? subject = null,
        params IReadOnlyList<(string Name, string? Value)> values) =>
        error is null ? new Outcome(null, kind, subject, values) : Refused(PlacementErrors.Of(error));
}
