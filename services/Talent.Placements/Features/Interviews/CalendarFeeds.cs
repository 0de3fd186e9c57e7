using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Calendar;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;
using Talent.Platform.Security;
using Talent.Platform.Texts;

namespace Talent.Placements.Features.Interviews;

/// <summary><c>GET|POST /placements/calendar</c> and the feed itself, <c>GET /placements/calendar/{secret}.ics</c>: who knows
/// the address reads it, so it is shown once, kept as a hash, and can be made anew.</summary>
static class CalendarFeeds
{
    const int SecretBytes = 32;
    const int MostEvents = 1000;

    static readonly TimeSpan Behind = TimeSpan.FromDays(90);

    public static async Task<Ok<CalendarFeed>> Get(Caller caller, PlacementsDb db, CancellationToken cancellationToken)
    {
        var since = await db.CalendarSubscriptions.Where(one => one.AccountId == caller.AccountId)
            .Select(one => (DateTimeOffset?)one.Since).SingleOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(new CalendarFeed(since is not null, null, since));
    }

    /// <summary>Makes the address anew, for the role and organisation the caller acts in now.</summary>
    public static async Task<Ok<CalendarFeed>> Renew(
        Caller caller, PlacementsDb db, PublicAddress address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var (hash, now) = (HashOf(secret), clock.GetUtcNow());
        var known = await db.CalendarSubscriptions.SingleOrDefaultAsync(
            one => one.AccountId == caller.AccountId, cancellationToken);
        if (known is not null)
            db.CalendarSubscriptions.Remove(known);
        await db.SaveChangesAsync(cancellationToken);
        db.CalendarSubscriptions.Add(new CalendarSubscription
        {
            AccountId = caller.AccountId,
            Role = caller.Role,
            OrganisationId = caller.OrganisationId,
            Email = caller.Email.ToLowerInvariant(),
            Language = TextLanguage.Current.Code,
            SecretHash = hash,
            Since = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new CalendarFeed(true, address.Of($"/api/v1/placements/calendar/{secret}.ics"), now));
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Read(
        string secret, PlacementsDb db, PublicAddress address, TimeProvider clock, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var hash = HashOf(secret);
        var subscription = await db.CalendarSubscriptions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.SecretHash == hash, cancellationToken);
        if (subscription is null)
            return Problems.NotFound("calendar");
        CultureInfo.CurrentUICulture = (TextLanguage.Find(subscription.Language) ?? TextLanguage.Default).Culture;
        var since = clock.GetUtcNow() - Behind;
        var rounds = await SeenBy(db, subscription)
            .Where(one => one.State == InterviewStates.Booked || one.State == InterviewStates.Held)
            .Where(one => one.BookedStart > since)
            .OrderBy(one => one.BookedStart).Take(MostEvents).ToListAsync(cancellationToken);
        var events = await EventsAsync(db, rounds, address, cancellationToken);
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(
            Encoding.UTF8.GetBytes(CalendarWriter.Feed(InterviewTexts.Of("calendar-name"), events)),
            CalendarWriter.ContentType);
    }

    static IQueryable<InterviewRound> SeenBy(PlacementsDb db, CalendarSubscription subscription)
    {
        var all = db.Interviews.AsNoTracking();
        var organisation = subscription.OrganisationId;
        return subscription.Role switch
        {
            Roles.Employer => all.Where(one => one.OrganisationId == organisation),
            Roles.Coordinator => all.Where(one => db.Candidacies.Any(
                candidacy => candidacy.Id == one.PlacementId && candidacy.CollegeId == organisation)),
            _ => all.Where(one => db.Graduates.Any(graduate => graduate.Id == one.GraduateId && !graduate.Removed
                && (graduate.AccountId == subscription.AccountId
                    || (graduate.AccountId == null && subscription.Email != "" && graduate.Email == subscription.Email)))),
        };
    }

    static async Task<IReadOnlyList<CalendarEvent>> EventsAsync(
        PlacementsDb db, IReadOnlyList<InterviewRound> rounds, PublicAddress address, CancellationToken cancellationToken)
    {
        var placements = rounds.Select(round => round.PlacementId).Distinct().ToList();
        var candidacies = await db.Candidacies.AsNoTracking().Where(one => placements.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, cancellationToken);
        var (jobIds, graduateIds) = (candidacies.Values.Select(one => one.JobId).Distinct().ToList(),
            candidacies.Values.Select(one => one.GraduateId).Distinct().ToList());
        var jobs = await db.Jobs.AsNoTracking().Where(job => jobIds.Contains(job.Id))
            .ToDictionaryAsync(job => job.Id, cancellationToken);
        var graduates = await db.Graduates.AsNoTracking().Where(graduate => graduateIds.Contains(graduate.Id))
            .ToDictionaryAsync(graduate => graduate.Id, cancellationToken);
        return [.. rounds.Select(round => InterviewEvents.Of(
            round, new PlacementCase(candidacies[round.PlacementId], jobs[round.JobId], graduates[round.GraduateId]), address,
            withPeople: false))];
    }

    static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
