using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Features.Applications;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Offers;

/// <summary><c>POST /placements/offers/{id}/accept</c>: the graduate signs the terms that were read. One opening of the job is
/// taken; the graduate's other open applications are withdrawn or kept, as asked.</summary>
static class AcceptOffer
{
    const int LongestName = 200;
    const string WithdrawOthers = "withdraw";
    const string KeepOthers = "keep";

    static readonly string[] WhatOfOthers = [WithdrawOthers, KeepOthers];

    public static async Task<Results<Ok<Offer>, ProblemHttpResult>> Handle(
        Guid id, AcceptanceInput input, [AsParameters] Desk desk, Audit audit)
    {
        var wrong = Wrong(input, out var name, out var hash);
        return await AnswerOffer.ChangeAsync(id, desk, wrong, async (of, offer) =>
        {
            if (offer.Accept(name, desk.Caller.AccountId, hash, desk.Now) is { } error)
                return Outcome.Refused(OfferErrors.Of(error, offer, of.Candidacy.Zone));
            if (!SameName(name, of.Graduate.Name))
                return Outcome.Refused(Problems.Invalid(
                    OfferErrors.Field("signedName", "name-differs", of.Graduate.Name)));
            if (of.Candidacy.AcceptOffer(desk.Actor, desk.Now) is { } stays)
                return Outcome.Refused(PlacementErrors.Of(stays));
            if (await SettleOthersAsync(desk, of, input.OtherApplications) is { } open)
                return Outcome.Refused(open);
            audit.Record(
                desk.Db, AuditActions.OfferSigned, "offer", offer.Id,
                $"{name}; sha256 {offer.DocumentHash}; version {offer.Number}");
            return offer.Told(KindsOfNotice.OfferAccepted);
        });
    }

    static ProblemHttpResult? Wrong(AcceptanceInput input, out string name, out string hash)
    {
        var checks = new InputChecks([]);
        name = checks.Text("signed_name", input.SignedName, LongestName, required: true) ?? "";
        hash = checks.Text("document_hash", input.DocumentHash, 64, required: true) ?? "";
        if (checks.Errors.Count > 0)
            return PlacementErrors.Invalid(checks.Errors);
        return input.OtherApplications is { } others && !WhatOfOthers.Contains(others, StringComparer.Ordinal)
            ? Problems.Invalid(FieldProblem.UnknownOption("$.otherApplications", others, WhatOfOthers))
            : null;
    }

    /// <summary>Withdraws the graduate's other applications when that was asked; the problem when nothing was said of
    /// them.</summary>
    static async Task<ProblemHttpResult?> SettleOthersAsync(Desk desk, PlacementCase of, string? asked)
    {
        if (asked == KeepOthers)
            return null;
        string[] open = [Stages.Applied, Stages.Screened, Stages.Shortlisted, Stages.Interview, Stages.Offer];
        var others = await desk.Db.Candidacies.Include(one => one.Moves)
            .Where(one => one.GraduateId == of.Graduate.Id && one.Id != of.Candidacy.Id && open.Contains(one.Stage))
            .OrderBy(one => one.Id).ToListAsync(desk.CancellationToken);
        if (others.Count > 0 && asked is null)
            return Problems.Invalid(
                OfferErrors.Field("otherApplications", "others-open", others.Count) with { Suggestions = WhatOfOthers });
        foreach (var other in others)
        {
            if (other.Close(EndReasons.AcceptedElsewhere, desk.Actor, null, desk.Now) is not null)
                continue;
            var its = await desk.Db.CaseOfAsync(other, desk.CancellationToken);
            await desk.Record.KeepAsync(desk.Db, its, desk.Actor, KindsOfNotice.PlacementEnded, desk.CancellationToken);
        }
        return null;
    }

    // How somebody spaces or capitalises their own name is theirs to say.
    static bool SameName(string signed, string known) =>
        string.Equals(Letters(signed), Letters(known), StringComparison.OrdinalIgnoreCase);

    static string Letters(string name) =>
        string.Concat(name.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
}
