using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Platform;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Applications;

/// <summary><c>POST /placements/applications/{id}/notes</c>: the employer's own, which nobody else is ever shown. The
/// placement stays as it is.</summary>
static class AddNote
{
    const int LongestNote = 4000;

    public static async Task<Results<Ok<Placement>, ProblemHttpResult>> Handle(
        Guid id, NoteInput body, [AsParameters] Desk desk)
    {
        var checks = new InputChecks([]);
        var text = checks.Text("text", body.Text, LongestNote, required: true);
        var (db, cancellationToken) = (desk.Db, desk.CancellationToken);
        if (await db.FindCaseAsync(id, desk.Caller, cancellationToken) is not { } of)
            return PlacementErrors.Unknown();
        if (PlacementErrors.Wrong(checks) is { } wrong)
            return wrong;
        db.Notes.Add(new Note
        {
            Id = OrderedIds.Next(desk.Now),
            PlacementId = id,
            At = desk.Now,
            Account = desk.Caller.AccountId,
            By = desk.Caller.Name,
            Text = text!,
        });
        await desk.Record.TellAsync(db, of, desk.Actor, KindsOfNotice.NoteAdded, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        desk.Http.Response.Headers.ETag = ETags.Of(of.Candidacy.Version);
        return TypedResults.Ok(await PlacementViews.RenderAsync(db, of, desk.Caller, desk.Clock, cancellationToken));
    }
}
