using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;

namespace Talent.Placements.Features.Offers;

/// <summary><c>GET /placements/offers/{id}</c> and <c>GET /placements/offers/template?application=</c>.</summary>
static class GetOffer
{
    public static async Task<Results<Ok<Offer>, ProblemHttpResult>> Handle(Guid id, [AsParameters] Desk desk)
    {
        var offer = await desk.Db.Offers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, desk.CancellationToken);
        if (offer is null || await desk.Db.FindCaseAsync(offer.PlacementId, desk.Caller, desk.CancellationToken) is not { } of)
            return OfferErrors.Unknown();
        return TypedResults.Ok(await OfferViews.OneAsync(desk.Db, of, offer, desk.Caller, desk.Now, desk.CancellationToken));
    }

    /// <summary>What the job says, and what is usual in its country for such a contract.</summary>
    public static async Task<Results<Ok<OfferTemplate>, ProblemHttpResult>> Template(Guid application, [AsParameters] Desk desk)
    {
        if (await desk.Db.FindCaseAsync(application, desk.Caller, desk.CancellationToken) is not { } of)
            return PlacementErrors.Unknown();
        var (job, today) = (of.Job.Need, LocalDays.Today(desk.Now, of.Candidacy.Zone));
        var usual = OfferTemplates.For(job.Country, job.Contract);
        return TypedResults.Ok(new OfferTemplate(
            Usual(job, usual, today), MakeOffer.ExpiresOn(today), [.. usual.Select(fact => new TermSource(fact.Term, fact.Source))]));
    }

    /// <summary>The terms that the job and what is usual give together; those that neither says are null.</summary>
    public static OfferTerms Usual(JobNeed job, IReadOnlyList<TemplateFact> usual, DateOnly today)
    {
        decimal? Fact(string term) => usual.FirstOrDefault(fact => fact.Term == term)?.Value;
        return new OfferTerms
        {
            Title = job.Title,
            Contract = job.Contract,
            Country = job.Country,
            City = job.City,
            Mode = job.Mode,
            Pay = job.PayMin ?? job.PayMax,
            Currency = job.Currency,
            PayPeriod = job.PayPeriod ?? "month",
            PayNet = job.PayNet,
            HoursPerWeek = Fact("hoursPerWeek"),
            Zone = job.Zone,
            StartsOn = job.StartsOn >= today ? job.StartsOn : null,
            ProbationMonths = (int?)Fact("probationMonths"),
            NoticeDays = (int?)Fact("noticeDays"),
            Fees = job.Fees,
            Permit = job.Permit,
        };
    }
}
