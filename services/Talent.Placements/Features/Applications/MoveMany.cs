using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Placements;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Applications;

/// <summary><c>POST /placements/applications/moves</c>: the same step for several. Each is made or refused on its own,
/// and the answer says of each which.</summary>
static class MoveMany
{
    const int Most = 100;
    static readonly string[] ActionCodes = ["advance", "reject"];

    public static async Task<Results<Ok<BulkMoveResult>, ProblemHttpResult>> Handle(
        BulkMoveInput body, [AsParameters] Desk desk)
    {
        if (Understand(body, out var step) is { } wrong)
            return wrong;
        var items = new List<BulkMoveItem>();
        foreach (var id in body.Ids!.Distinct())
        {
            var (_, problem) = await desk.TryAsync(id, of => Task.FromResult(step(of, desk)));
            desk.Db.Forget();
            items.Add(problem is null
                ? new BulkMoveItem(id, true, null, null)
                : new BulkMoveItem(
                    id, false, problem.ProblemDetails.Type?.Split(':')[^1], problem.ProblemDetails.Detail));
        }
        return TypedResults.Ok(new BulkMoveResult(items));
    }

    static ProblemHttpResult? Understand(BulkMoveInput body, out Func<PlacementCase, Desk, Outcome> step)
    {
        step = (_, _) => Outcome.Unchanged;
        if (body.Ids is not { Count: >= 1 and <= Most })
            return Problems.Invalid(PlacementErrors.Field("ids", "ids-out-of-range", "ids", Most));
        if (body.Action is not { } action || !ActionCodes.Contains(action, StringComparer.Ordinal))
        {
            return Problems.Invalid(body.Action is null
                ? FieldProblem.Missing("$.action")
                : FieldProblem.UnknownOption("$.action", body.Action, ActionCodes));
        }
        if (action == "reject")
        {
            var refused = MoveApplication.Understand(new RefusalInput(body.Reason, body.Comment), out var refusal);
            step = (of, desk) => MoveApplication.Refuse(of, refusal, desk.Actor, desk.Now);
            return refused;
        }
        var wrong = MoveApplication.Understand(new AdvanceInput(body.To, body.Reason), out var advance);
        step = (of, desk) => MoveApplication.StepOn(of, advance, desk.Actor, desk.Now);
        return wrong;
    }
}
