using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Applications;

/// <summary>Whose placements a caller sees: an employer those of its own jobs, a graduate their own, a coordinator
/// those of graduates whom the college had enrolled, the programme office all. The only place that decides
/// it.</summary>
static class Sight
{
    /// <summary>The side a caller is on, one of <see cref="Sides"/>.</summary>
    public static string SideOf(Caller caller) => caller.Role switch
    {
        Roles.Employer => Sides.Employer,
        Roles.Graduate => Sides.Graduate,
        Roles.Coordinator => Sides.Coordinator,
        Roles.Office => Sides.Office,
        _ => throw new InvalidOperationException($"A {caller.Role} has no part in placements."),
    };

    public static Actor ActorOf(Caller caller) => new(caller.AccountId, caller.Name, SideOf(caller));

    /// <summary>The candidacies that a caller may see.</summary>
    /// <param name="graduate">The caller's own profile, of a graduate.</param>
    public static IQueryable<Candidacy> SeenBy(this IQueryable<Candidacy> all, Caller caller, Guid? graduate) =>
        caller.Role switch
        {
            Roles.Office => all,
            Roles.Employer => all.Where(one => one.OrganisationId == caller.Organisation),
            Roles.Coordinator => all.Where(one => one.CollegeId == caller.Organisation),
            _ => all.Where(one => one.GraduateId == graduate),
        };

    /// <summary>The caller's own profile: by account or, until one is tied, by the account's verified address, which
    /// ties it here. Null when there is none, or the caller is no graduate.</summary>
    public static async Task<KnownGraduate?> OwnProfileAsync(
        this PlacementsDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Role != Roles.Graduate)
            return null;
        var email = caller.Email.ToLowerInvariant();
        var own = await db.Graduates.Where(graduate => !graduate.Removed)
            .Where(graduate => graduate.AccountId == caller.AccountId
                || (graduate.AccountId == null && email != "" && graduate.Email == email))
            .OrderBy(graduate => graduate.AccountId == null).ThenBy(graduate => graduate.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (own is { AccountId: null })
        {
            await db.Graduates.Where(row => row.Id == own.Id && row.AccountId == null).ExecuteUpdateAsync(
                graduate => graduate.SetProperty(row => row.AccountId, caller.AccountId), cancellationToken);
            await db.Entry(own).ReloadAsync(cancellationToken);
        }
        return own;
    }

    /// <summary>A candidacy with its moves, job and graduate, tracked; null when there is none that the caller may
    /// see.</summary>
    public static async Task<PlacementCase?> FindCaseAsync(
        this PlacementsDb db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var own = await db.OwnProfileAsync(caller, cancellationToken);
        var candidacy = await db.Candidacies.Include(one => one.Moves).SeenBy(caller, own?.Id)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        return candidacy is null ? null : await db.CaseOfAsync(candidacy, cancellationToken);
    }

    /// <summary>A candidacy's case, for the platform's own clock.</summary>
    public static async Task<PlacementCase> CaseOfAsync(
        this PlacementsDb db, Candidacy candidacy, CancellationToken cancellationToken) => new(
            candidacy,
            await db.Jobs.SingleAsync(job => job.Id == candidacy.JobId, cancellationToken),
            await db.Graduates.SingleAsync(graduate => graduate.Id == candidacy.GraduateId, cancellationToken));
}
