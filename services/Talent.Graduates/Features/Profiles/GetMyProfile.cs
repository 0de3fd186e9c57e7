using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
using Talent.Graduates.Data;
using Talent.Graduates.Domain;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Profiles;

/// <summary><c>GET /graduates/me</c>: the caller's own profile, whole.</summary>
static class GetMyProfile
{
    public static async Task<Results<Ok<Graduate>, ProblemHttpResult>> Handle(
        Caller caller, GraduatesDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, caller, cancellationToken) is not { } profile)
            return ProfileErrors.NoProfileYet();
        response.Headers.ETag = ETags.Of(profile.Version);
        return TypedResults.Ok(profile.Graduate);
    }

    /// <summary>The profile tied to the account, or else the latest one a college enrolled under the account's
    /// verified e-mail address.</summary>
    internal static async Task<Profile?> FindAsync(GraduatesDb db, Caller caller, CancellationToken cancellationToken)
    {
        var own = await db.Profiles.SingleOrDefaultAsync(
            profile => profile.AccountId == caller.AccountId, cancellationToken);
        if (own is not null || caller.Email.Length == 0)
            return own;
        var email = caller.Email.ToLowerInvariant();
        return await db.Profiles
            .Where(profile => profile.AccountId == null && profile.Email == email)
            .OrderByDescending(profile => profile.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
