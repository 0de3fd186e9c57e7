using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Applications;

/// <summary><c>PUT /placements/{id}/permit</c>: where the documents and the permit stand; by the employer or the
/// college. An <c>If-Match</c> that is given must name the placement's version.</summary>
static class KeepPermit
{
    const int LongestComment = 1000;
    static readonly string[] States = ["collecting", "applied", "granted", "refused"];

    public static Task<Results<Ok<Placement>, ProblemHttpResult>> Handle(
        Guid id, PermitInput body, [AsParameters] Desk desk)
    {
        var checks = new InputChecks([]);
        var comment = checks.Text("comment", body.Comment, LongestComment);
        if (body.State is null)
            checks.Errors.Add(IntakeErrors.Missing("state"));
        else if (!States.Contains(body.State, StringComparer.Ordinal))
            checks.Errors.Add(IntakeErrors.UnknownOption("state", body.State, string.Join(", ", States)));
        var wrong = PlacementErrors.Wrong(checks);
        if (body.GrantedOn < body.AppliedOn)
            wrong ??= Problems.Invalid(PlacementErrors.Field("grantedOn", "granted-before-applied", "grantedOn"));
        return desk.ChangeAsync(id, wrong, of => Task.FromResult(Step(of, body, comment, desk)));
    }

    static Outcome Step(PlacementCase of, PermitInput body, string? comment, Desk desk)
    {
        if (desk.Http.Request.Headers.IfMatch.Count > 0
            && ETags.Mismatch(desk.Http.Request, of.Candidacy.Version) is { } mismatch)
            return Outcome.Refused(mismatch);
        var permit = new PermitProgress(
            of.Candidacy.Permit?.Needed ?? true, body.State!, body.AppliedOn, body.GrantedOn, body.ArrivesOn, comment);
        return Outcome.Of(
            of.Candidacy.KeepPermit(desk.Actor, permit), KindsOfNotice.PermitChanged, null, ("permit", body.State));
    }
}
