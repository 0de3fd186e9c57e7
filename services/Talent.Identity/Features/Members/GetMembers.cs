using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Members;

/// <summary><c>GET /identity/organisations/{id}/members</c>: who belongs to the organisation, for those who
/// do.</summary>
static class GetMembers
{
    public static async Task<Results<Ok<List<Member>>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, IdentityDb db, CancellationToken cancellationToken)
    {
        if (await db.NoMemberAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var members = await db.Memberships.AsNoTracking().Where(member => member.OrganisationId == id)
            .Join(db.Accounts, member => member.AccountId, account => account.Id, (member, account) => new { member, account })
            .OrderBy(one => one.member.JoinedAt).ThenBy(one => one.member.AccountId)
            .Select(one => new Member(
                one.account.Id, one.account.Name, one.account.Email ?? "", one.member.Role, one.member.JoinedAt))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(members);
    }
}
