using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Applications;

/// <summary><c>POST /placements/{id}/follow-ups</c>: what was found 1, 3, 6 or 12 months after the start; by the
/// college, or by the graduate. Who is no longer at work has left: that ends the placement.</summary>
static class DoFollowUp
{
    const int LongestComment = 1000;

    public static Task<Results<Ok<Placement>, ProblemHttpResult>> Handle(
        Guid id, FollowUpInput body, [AsParameters] Desk desk)
    {
        var checks = new InputChecks([]);
        var comment = checks.Text("comment", body.Comment, LongestComment);
        var pay = checks.Amount("pay", body.Pay);
        var currency = checks.Currency("currency", body.Currency);
        checks.Number("satisfaction", body.Satisfaction, 1, 5);
        if (body.AtWork is null)
            checks.Errors.Add(IntakeErrors.Missing("at_work"));
        if (body.Month is null)
            checks.Errors.Add(IntakeErrors.Missing("month"));
        else if (!FollowUpPlan.Months.Contains(body.Month.Value))
            checks.Errors.Add(IntakeErrors.UnknownOption("month", Text(body.Month.Value), "1, 3, 6, 12"));
        if (pay is not null && currency is null && body.Currency is null)
            checks.Errors.Add(IntakeErrors.Missing("currency"));
        return desk.ChangeAsync(
            id, PlacementErrors.Wrong(checks), of => Task.FromResult(Step(of, body, pay, pay is null ? null : currency,
                comment, desk)));
    }

    static Outcome Step(
        PlacementCase of, FollowUpInput body, decimal? pay, string? currency, string? comment, Desk desk)
    {
        var one = of.Candidacy;
        var today = LocalDays.Today(desk.Now, one.Zone);
        var on = body.On ?? today;
        if (on > today || on < one.StartedOn)
        {
            return Outcome.Refused(Problems.Invalid(
                PlacementErrors.Field("on", "day-out-of-range", "on", one.StartedOn, today)));
        }
        var error = one.FollowUp(desk.Actor, new FollowUpFinding(
            body.Month!.Value, on, body.AtWork!.Value, pay, currency, body.Satisfaction, comment, desk.Caller.Name),
            desk.Now);
        var kind = one.Stage == Stages.Ended ? KindsOfNotice.PlacementEnded : KindsOfNotice.FollowUpDone;
        return Outcome.Of(error, kind, null, ("month", Text(body.Month.Value)));
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
