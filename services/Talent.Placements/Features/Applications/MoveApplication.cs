using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Applications;

/// <summary><c>POST /placements/applications/{id}/advance|reject|withdraw|undo|end</c>.</summary>
static class MoveApplication
{
    const int LongestReason = 1000;

    public static Task<Results<Ok<Placement>, ProblemHttpResult>> Advance(
        Guid id, AdvanceInput? body, [AsParameters] Desk desk)
    {
        var wrong = Understand(body ?? new AdvanceInput(), out var input);
        return desk.ChangeAsync(id, wrong, of => Task.FromResult(StepOn(of, input, desk.Actor, desk.Now)));
    }

    public static Task<Results<Ok<Placement>, ProblemHttpResult>> Reject(
        Guid id, RefusalInput body, [AsParameters] Desk desk)
    {
        var wrong = Understand(body, out var input);
        return desk.ChangeAsync(id, wrong, of => Task.FromResult(Refuse(of, input, desk.Actor, desk.Now)));
    }

    public static Task<Results<Ok<Placement>, ProblemHttpResult>> Withdraw(
        Guid id, WithdrawalInput body, [AsParameters] Desk desk)
    {
        var checks = new InputChecks([]);
        var reason = checks.Text("reason", body.Reason, LongestReason, required: true);
        return desk.ChangeAsync(id, PlacementErrors.Wrong(checks), async of =>
            desk.Actor.Side == Sides.Coordinator && await Mandates.FindAsync(desk, of.Graduate) is null
                ? Outcome.Refused(PlacementErrors.Conflict("consent-missing"))
                : Outcome.Of(
                    of.Candidacy.Withdraw(desk.Actor, reason!, desk.Now), KindsOfNotice.ApplicationWithdrawn));
    }

    public static Task<Results<Ok<Placement>, ProblemHttpResult>> Undo(Guid id, [AsParameters] Desk desk) =>
        desk.ChangeAsync(id, async of =>
        {
            if (of.Candidacy.Undo(desk.Actor, desk.Now, out var undone) is { } error)
                return Outcome.Refused(PlacementErrors.Of(error));
            if (await UndoneMoves.FollowAsync(desk, of, undone!) is { } problem)
                return Outcome.Refused(problem);
            return Outcome.Of(null, KindsOfNotice.PlacementUndone);
        });

    public static Task<Results<Ok<Placement>, ProblemHttpResult>> End(
        Guid id, EndInput body, [AsParameters] Desk desk)
    {
        var checks = new InputChecks([]);
        var comment = checks.Text("comment", body.Comment, LongestReason);
        var reason = Known("reason", body.Reason, PlacementReasons, checks);
        return desk.ChangeAsync(id, PlacementErrors.Wrong(checks), of =>
        {
            var one = of.Candidacy;
            if (OutsideDays(of, body.On, one.StartedOn, desk.Now) is { } problem)
                return Task.FromResult(Outcome.Refused(problem));
            return Task.FromResult(Outcome.Of(
                one.End(desk.Actor, reason!, comment, body.On, desk.Now), KindsOfNotice.PlacementEnded));
        });
    }

    /// <summary>One step on, as it was asked for.</summary>
    public static Outcome StepOn(PlacementCase of, AdvanceInput input, Actor by, DateTimeOffset now)
    {
        var one = of.Candidacy;
        var accepted = one.AcceptedAt is { } at ? LocalDays.Today(at, one.Zone) : (DateOnly?)null;
        if (one.Stage == Stages.Departure && OutsideDays(of, input.On, accepted, now) is { } problem)
            return Outcome.Refused(problem);
        var error = one.Advance(by, input.To, input.Exception, input.Reason, input.On, now);
        return Outcome.Of(
            error, one.Stage == Stages.Started ? KindsOfNotice.PlacementStarted : KindsOfNotice.PlacementMoved);
    }

    public static Outcome Refuse(PlacementCase of, RefusalInput input, Actor by, DateTimeOffset now) => Outcome.Of(
        of.Candidacy.Reject(by, input.Reason!, input.Comment, now), KindsOfNotice.ApplicationRefused);

    /// <summary>What is wrong with the input; null when nothing is.</summary>
    public static ProblemHttpResult? Understand(AdvanceInput input, out AdvanceInput understood)
    {
        var checks = new InputChecks([]);
        understood = input with
        {
            Reason = checks.Text("reason", input.Reason, LongestReason),
            To = input.To is null ? null : Known("to", input.To, Stages.All, checks),
            Exception = input.Exception is null ? null : Known("exception", input.Exception, StepExceptions.All,
                checks),
        };
        return PlacementErrors.Wrong(checks);
    }

    /// <inheritdoc cref="Understand(AdvanceInput, out AdvanceInput)"/>
    public static ProblemHttpResult? Understand(RefusalInput input, out RefusalInput understood)
    {
        var checks = new InputChecks([]);
        understood = new RefusalInput(
            Known("reason", input.Reason, RefusalReasons.All, checks),
            checks.Text("comment", input.Comment, LongestReason));
        return PlacementErrors.Wrong(checks);
    }

    static readonly string[] PlacementReasons =
        [EndReasons.PermitRefused, EndReasons.NotStarted, EndReasons.Left, EndReasons.Dismissed, EndReasons.TermOver];

    /// <summary>A code of a closed list; what is none of it is reported with what there is.</summary>
    static string? Known(string column, string? value, IReadOnlyList<string> all, InputChecks checks)
    {
        var text = checks.Text(column, value, 100, required: true);
        if (text is null || all.Contains(text, StringComparer.Ordinal))
            return text;
        checks.Errors.Add(IntakeErrors.UnknownOption(column, text, string.Join(", ", all)));
        return null;
    }

    /// <summary>The problem of a day that lies ahead or before what it follows.</summary>
    static ProblemHttpResult? OutsideDays(PlacementCase of, DateOnly? on, DateOnly? from, DateTimeOffset now)
    {
        var today = LocalDays.Today(now, of.Candidacy.Zone);
        return on is { } day && (day > today || day < (from ?? DateOnly.MinValue))
            ? Platform.Http.Problems.Invalid(PlacementErrors.Field("on", "day-out-of-range", "on", from, today))
            : null;
    }
}
