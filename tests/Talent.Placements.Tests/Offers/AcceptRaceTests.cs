using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Graduates;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Tests.Interviews;
using Talent.Testing;

namespace Talent.Placements.Tests.Offers;

/// <summary>One acceptance, and no more openings taken than there are, whatever the race.</summary>
public sealed class AcceptRaceTests
{
    [Theory, StoreData]
    public async Task Of_50_acceptances_of_one_offer_one_counts_and_49_are_told(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var placement = await app.ShortlistedAsync();
        var offer = await app.Employer().OfferAsync(placement.Id);
        var graduate = app.Graduate();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, PlacementsApi.Path($"/offers/{offer.Id}/accept"))
            {
                Content = JsonContent.Create(OfferTests.Signed(offer)),
            };
            // Half of them as a careful program sends it.
            if (number % 2 == 0)
                request.Headers.Add("Idempotency-Key", $"accept {number}");
            return await graduate.SendAsync(request);
        })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            (await answer.ProblemAsync(HttpStatusCode.Conflict)).ShouldBe("offer-accepted");
        (await graduate.GetAsync(placement.Id)).Job.Filled.ShouldBe(1);
        (await OfferTests.AuditAsync(app, "offer.signed")).Count.ShouldBe(1);
    }

    [Theory, StoreData]
    public async Task Openings_are_never_exceeded_however_many_sign_at_once(string store)
    {
        const int candidates = 10, openings = 3;
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync(openings: openings);
        await app.TellAsync([.. Enumerable.Range(1, candidates).Select(number =>
            (object)new GraduateProfileChanged(PlacementsApi.Someone(app, number)))]);
        var offers = new List<Offer>();
        for (var number = 1; number <= candidates; number++)
            offers.Add(await app.Employer().OfferAsync((await app.ShortlistedAsync(job, number)).Id));
        var answers = await Task.WhenAll(Enumerable.Range(0, candidates).SelectMany(number => Enumerable.Range(0, 5).Select(
            _ => Task.Run(() => app.Graduate(number + 1).PostAsync($"/offers/{offers[number].Id}/accept", OfferTests.Signed(offers[number], number + 1))))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(openings);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            (await answer.ProblemAsync(HttpStatusCode.Conflict)).ShouldBeOneOf("openings-taken", "offer-accepted");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
        (await db.Seats.SingleAsync()).Filled.ShouldBe(openings);
        (await db.Candidacies.CountAsync(one => one.Stage == Stages.Accepted)).ShouldBe(openings);
        (await db.Offers.CountAsync(one => one.State == OfferStates.Accepted)).ShouldBe(openings);
    }
}
