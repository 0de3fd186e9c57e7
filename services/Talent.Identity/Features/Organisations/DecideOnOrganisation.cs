using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Texts;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>POST /identity/organisations/{id}/decide</c>: the programme office verifies, refuses or suspends. With
/// <c>If-Match</c>, only what was looked at is decided on.</summary>
static class DecideOnOrganisation
{
    const int LongestReason = 500;

    static readonly string[] Decisions =
        [OrganisationStates.Verified, OrganisationStates.Refused, OrganisationStates.Suspended];

    public static async Task<Results<Ok<OrganisationView>, ProblemHttpResult>> Handle(
        Guid id, OrganisationDecision input, Caller caller, IdentityDb db, Letters letters, Audit audit,
        TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.NoMemberAsync(caller, caller.Organisation, cancellationToken) is { } refusal)
            return refusal;
        if (Wrong(input, out var decision, out var reason) is { Count: > 0 } wrong)
            return OrganisationErrors.Invalid(wrong);
        var organisation = await db.Organisations.SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (organisation is null || organisation.Kind == OrganisationKinds.Office)
            return OrganisationErrors.Unknown();
        if (http.Request.Headers.IfMatch.Count > 0 && ETags.Mismatch(http.Request, organisation.Version) is { } mismatch)
            return mismatch;
        if (await db.Memberships.AnyAsync(
            member => member.OrganisationId == id && member.AccountId == caller.AccountId, cancellationToken))
            return OrganisationErrors.OwnCase();
        if (!organisation.Decide(decision, reason, caller.Name, clock.GetUtcNow()))
            return OrganisationErrors.WrongState(organisation.State, decision, Organisation.StatesFor(decision));
        db.Publish(organisation.ToEvent(), clock);
        foreach (var owner in await OwnersAsync(db, id, cancellationToken))
            db.Send(letters.Decision(owner, organisation.Name, decision, reason), clock);
        // Into both trails: the office's own, and the one that the organisation's owner reads.
        audit.Record(db, $"organisation.{decision}", "organisation", id, Detail(organisation));
        audit.Record(
            db, new AuditActor(caller.AccountId, caller.Name, id), $"organisation.{decision}", "organisation", id,
            Detail(organisation));
        await db.SaveChangesAsync(cancellationToken);
        http.Response.Headers.ETag = ETags.Of(organisation.Version);
        return TypedResults.Ok(await db.ViewAsync(organisation, cancellationToken));
    }

    static Task<List<Account>> OwnersAsync(IdentityDb db, Guid organisation, CancellationToken cancellationToken) =>
        db.Memberships.Where(member => member.OrganisationId == organisation && member.Role == MemberRoles.Owner)
            .Join(db.Accounts.AsNoTracking(), member => member.AccountId, account => account.Id, (member, account) => account)
            .ToListAsync(cancellationToken);

    static string Detail(Organisation organisation) =>
        organisation.Reason is { } reason ? $"{organisation.Name}: {reason}" : organisation.Name;

    static List<RowError> Wrong(OrganisationDecision input, out string decision, out string? reason)
    {
        var checks = new InputChecks([]);
        decision = checks.Text("decision", input.Decision, 20, required: true)?.ToLowerInvariant() ?? "";
        if (decision.Length > 0 && !Decisions.Contains(decision, StringComparer.Ordinal))
            checks.Errors.Add(IntakeErrors.UnknownOption("decision", decision, string.Join(", ", Decisions)));
        reason = checks.Text("reason", input.Reason, LongestReason, required: decision != OrganisationStates.Verified);
        return checks.Errors;
    }
}
