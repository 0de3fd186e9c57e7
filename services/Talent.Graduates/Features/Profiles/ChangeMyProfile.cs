using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Graduates;
using Talent.Contracts.Identity;
using Talent.Graduates.Data;
using Talent.Graduates.Domain;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Profiles;

/// <summary><c>PUT /graduates/me</c>: creates the caller's profile, or replaces it (<c>If-Match</c> needed). The first
/// change ties a profile that a college enrolled to the account.</summary>
static class ChangeMyProfile
{
    public static async Task<Results<Ok<Graduate>, Created<Graduate>, ProblemHttpResult>> Handle(
        GraduateInput input, Caller caller, GraduatesDb db, Audit audit, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        var profile = await GetMyProfile.FindAsync(db, caller, cancellationToken);
        if (profile is not null && ETags.Mismatch(http.Request, profile.Version) is { } mismatch)
            return mismatch;
        // The address is the account's: nobody takes over another's unclaimed profile by typing its address.
        var (graduate, errors) = ProfileRules.Understand(
            input with { Email = caller.Email }, Author.Graduate, profile?.Graduate);
        if (errors.Count > 0)
            return ProfileErrors.Invalid(errors);
        var now = clock.GetUtcNow();
        var isNew = profile is null;
        var changed = true;
        if (profile is null)
            db.Profiles.Add(profile = Profile.Register(graduate, caller.AccountId, now));
        else
            changed = profile.Change(graduate, caller.AccountId, now);
        if (changed)
        {
            db.Publish(new GraduateProfileChanged(profile.Graduate), clock);
            audit.Record(db, AuditActions.ProfileChanged, "graduate", profile.Id);
            await db.SaveChangesAsync(cancellationToken);
        }
        http.Response.Headers.ETag = ETags.Of(profile.Version);
        return isNew
            ? TypedResults.Created("/api/v1/graduates/me", profile.Graduate)
            : TypedResults.Ok(profile.Graduate);
    }
}
