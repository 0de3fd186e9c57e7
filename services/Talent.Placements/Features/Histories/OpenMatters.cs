using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Interviews;
using Talent.Placements.Features.Offers;

namespace Talent.Placements.Features.Histories;

/// <summary>What lies on the table where a history has come as far as the interview or the offer: times to pick from, or one
/// that is picked; terms to be answered.</summary>
sealed class OpenMatters(PlacementsDb db, DateTimeOffset now)
{
    const int PerDay = 8;
    int _interviews;

    public Task KeepAsync(Candidacy one, KnownJob job, CancellationToken cancellationToken) => one.Stage switch
    {
        Stages.Interview => ProposeAsync(one, job, cancellationToken),
        Stages.Offer => OfferAsync(one, job, cancellationToken),
        _ => Task.CompletedTask,
    };

    async Task ProposeAsync(Candidacy one, KnownJob job, CancellationToken cancellationToken)
    {
        var number = _interviews++;
        var zone = job.Need.Zone;
        var slots = Enumerable.Range(0, 3).Select(day => SlotOf(number, day, zone)).ToList();
        var round = InterviewRound.Propose(
            new InterviewOf(one.Id, one.JobId, one.OrganisationId, one.GraduateId),
            new InterviewPlan(slots, zone, $"https://meet.example/{one.Id:N}", [], null),
            new Organiser(job.OrganisationName, "interviews@example.org"), now);
        db.Interviews.Add(round);
        one.Owe("book-interview", Sides.Graduate, round.Slots[^1].Start, settles: true);
        // Every second graduate has picked the first time.
        if (number % 2 == 0 || round.Book(slots[0].Start, now) is not null)
            return;
        db.Bookings.Add(new Booking
        {
            InterviewId = round.Id, JobId = one.JobId, GraduateId = one.GraduateId, Start = slots[0].Start, End = slots[0].End,
        });
        await InterviewAlarms.SetAsync(db, round, now, cancellationToken);
        one.Owe("interview", Sides.Employer, round.BookedEnd, settles: true);
    }

    /// <summary>Half an hour that no other interview of the histories has.</summary>
    Slot SlotOf(int number, int day, string zone)
    {
        var morning = LocalDays.Morning(LocalDays.Today(now, zone).AddDays(2 + (3 * (number / PerDay)) + day), zone);
        var start = morning + TimeSpan.FromMinutes(45 * (number % PerDay));
        return new Slot(start, start + TimeSpan.FromMinutes(30));
    }

    async Task OfferAsync(Candidacy one, KnownJob job, CancellationToken cancellationToken)
    {
        var today = LocalDays.Today(now, one.Zone);
        var terms = GetOffer.Usual(job.Need, OfferTemplates.For(job.Need.Country, job.Need.Contract), today);
        if (terms.Pay is null || one.NextDueAt is not { } expiresAt || expiresAt <= now)
            return;
        var offer = OfferVersion.Make(one.Id, 1, terms, expiresAt, job.OrganisationName, now);
        db.Offers.Add(offer);
        await OfferAlarms.SetAsync(db, offer, now, cancellationToken);
    }
}
