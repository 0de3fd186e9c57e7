using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Tests.Interviews;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Placements.Tests.Offers;

/// <summary>Offers made, compared, replaced, signed, declined, withdrawn, expired.</summary>
public sealed class OfferTests
{
    static readonly OfferTerms Terms = InterviewsApi.Terms;

    [Fact]
    public async Task A_template_is_an_offer_once_the_start_is_said()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync(Advertising);
        var template = (await app.Employer().GetFromJsonAsync<OfferTemplate>(
            PlacementsApi.Path($"/offers/template?application={placement.Id}")))!;
        (template.Terms.HoursPerWeek, template.Terms.NoticeDays, template.Terms.Pay).ShouldBe((45m, 28, 3500m));
        template.Sources.Single(source => source.Term == "hoursPerWeek").Source!.ShouldContain("Employment Act 1955");
        template.Sources.Single(source => source.Term == "probationMonths").Source.ShouldBeNull();
        var offer = await app.Employer().OfferAsync(placement.Id, template.Terms with { StartsOn = Terms.StartsOn }, template.ExpiresOn);
        offer.Comparison.ShouldAllBe(term => !term.Worse);
        (await app.Graduate().GetAsync(placement.Id)).Stage.ShouldBe(Stages.Offer);
    }

    [Fact]
    public async Task A_worse_term_is_flagged_beside_what_was_advertised_in_the_readers_language()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync(Advertising);
        var offer = await app.Employer().OfferAsync(
            placement.Id, Terms with { Pay = 3000, Fees = [new Fee("visa", "graduate")], Contract = "internship" });
        offer.Comparison.Where(term => term.Worse).Select(term => term.Term).ShouldBe(["pay", "contract", "fees"]);
        var pay = offer.Comparison[0];
        (pay.Advertised, pay.Offered).ShouldBe(("3,500–4,200 MYR a month, before tax", "3,000 MYR a month, before tax"));
        var chinese = (await app.Graduate(language: "zh").GetFromJsonAsync<Offer>(PlacementsApi.Path($"/offers/{offer.Id}")))!;
        chinese.Comparison[0].Offered.ShouldBe("每月3,000 MYR，税前");
        chinese.TakeHome!.Currency.ShouldBe("EGP");
        chinese.TakeHome.AfterDeductions.ShouldBeTrue();
        chinese.TakeHome.RateSource.ShouldContain("参考值");
        chinese.TakeHome.RateOn.ShouldBe(new DateOnly(2024, 12, 31));
    }

    [Theory, StoreData]
    public async Task Every_version_is_kept_and_the_newest_is_signed(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var placement = await app.ShortlistedAsync();
        var first = await app.Employer().OfferAsync(placement.Id);
        var second = await app.Employer().OfferAsync(placement.Id, Terms with { Pay = 4200 }, exception: null);
        second.Number.ShouldBe(2);
        second.DocumentHash.ShouldNotBe(first.DocumentHash);
        var graduate = app.Graduate();
        (await graduate.GetAsync(placement.Id)).Offers.Select(offer => (offer.Number, offer.State)).ShouldBe([(2, "open"), (1, "replaced")]);
        (await RefusedAsync(graduate, first, Signed(first))).ShouldBe("offer-replaced");
        (await RefusedAsync(graduate, second, Signed(first))).ShouldBe("document-differs");
        (await RefusedAsync(graduate, second, Signed(second) with { SignedName = "Somebody Else" }, HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        var accepted = await AcceptAsync(graduate, second);
        accepted.Signature.ShouldNotBeNull().DocumentHash.ShouldBe(second.DocumentHash);
        var after = await graduate.GetAsync(placement.Id);
        (after.Stage, after.Job.Filled).ShouldBe((Stages.Accepted, 1));
        after.Offers[0].Terms.Pay.ShouldBe(4200);
        (await AuditAsync(app, "offer.signed")).ShouldHaveSingleItem().ShouldContain(second.DocumentHash);
    }

    [Fact]
    public async Task An_offer_is_declined_or_withdrawn_with_a_reason()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var (employer, graduate) = (app.Employer(), app.Graduate());
        var first = await employer.OfferAsync(placement.Id);
        using (var without = await employer.PostAsync($"/offers/{first.Id}/withdraw", new OfferReason(" ")))
            without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var withdrawn = await employer.PostAsync($"/offers/{first.Id}/withdraw", new OfferReason("A mistake in the pay")))
            (await InterviewsApi.ReadAsync<Offer>(withdrawn, HttpStatusCode.OK)).State.ShouldBe("withdrawn");
        (await RefusedAsync(graduate, first, Signed(first))).ShouldBe("offer-withdrawn");
        var second = await employer.OfferAsync(placement.Id, exception: null);
        using (var declined = await graduate.PostAsync($"/offers/{second.Id}/decline", new OfferReason("Too far")))
            (await InterviewsApi.ReadAsync<Offer>(declined, HttpStatusCode.OK)).Reason.ShouldBe("Too far");
        var ended = await employer.GetAsync(placement.Id);
        (ended.Stage, ended.EndReason).ShouldBe((Stages.Ended, EndReasons.OfferDeclined));
    }

    [Fact]
    public async Task An_expired_offer_cannot_be_accepted()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var offer = await app.Employer().OfferAsync(placement.Id);
        app.Clock.Advance(offer.ExpiresAt - app.Clock.GetUtcNow());
        (await RefusedAsync(app.Graduate(), offer, Signed(offer))).ShouldBe("offer-expired");
        await Eventually.ShouldAsync(async () =>
        {
            var ended = await app.Employer().GetAsync(placement.Id);
            (ended.Stage, ended.EndReason, ended.Offers[0].State).ShouldBe((Stages.Ended, EndReasons.OfferExpired, "expired"));
        });
    }

    [Theory]
    [InlineData("withdraw", "accepted-elsewhere")]
    [InlineData("keep", null)]
    public async Task Accepting_asks_what_becomes_of_the_other_applications(string answer, string? endReason)
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var others = new[] { (await app.JobAsync(2)).Id, (await app.JobAsync(3)).Id };
        var graduate = app.Graduate();
        foreach (var job in others)
            await graduate.ApplyAsync(job);
        var offer = await app.Employer().OfferAsync(placement.Id);
        using (var unsaid = await graduate.PostAsync($"/offers/{offer.Id}/accept", Signed(offer)))
        {
            var errors = JsonDocument.Parse(await unsaid.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
            errors.GetProperty("$.otherApplications")[0].GetProperty("code").GetString().ShouldBe("others-open");
        }
        await AcceptAsync(graduate, offer, answer);
        await using var scope = app.Services.CreateAsyncScope();
        var ends = await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Candidacies
            .Where(one => others.Contains(one.JobId)).Select(one => one.EndReason).ToListAsync();
        ends.ShouldBe([endReason, endReason]);
    }

    [Fact]
    public async Task What_is_wrong_with_terms_is_said_by_field()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        using var answer = await app.Employer().PostAsync("/offers", new OfferInput(
            placement.Id,
            new OfferTerms
            {
                Pay = 0, Currency = "RMBX", HoursPerWeek = 90, DeductionsPercent = 71, ProbationMonths = 13, NoticeDays = 200,
                Travel = "nobody", Contract = "fixed", StartsOn = new DateOnly(2020, 1, 1), Zone = "Mars/Base",
                Fees = [new Fee(null, "somebody")],
            },
            new DateOnly(2020, 1, 1), StepExceptions.WithoutInterview));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateObject()
            .Select(field => field.Name).ShouldBe(
                [
                    "$.terms.pay", "$.terms.currency", "$.terms.hoursPerWeek", "$.terms.deductionsPercent", "$.terms.probationMonths",
                    "$.terms.noticeDays", "$.terms.travel", "$.terms.endsOn", "$.terms.startsOn", "$.terms.zone", "$.terms.fees",
                    "$.expiresOn",
                ],
                ignoreOrder: true);
    }

    [Fact]
    public async Task An_offer_needs_its_step_and_its_side()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        using (var skipped = await app.Employer().PostAsync("/offers", new OfferInput(placement.Id, Terms)))
            (await skipped.ProblemAsync(HttpStatusCode.Conflict)).ShouldBe("wrong-step");
        using (var stranger = await app.Employer(2).PostAsync("/offers", new OfferInput(placement.Id, Terms)))
            stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var offer = await app.Employer().OfferAsync(placement.Id);
        foreach (var client in new[] { app.Graduate(2), app.Employer(2), app.Coordinator(2) })
        {
            using var unseen = await client.GetAsync(PlacementsApi.Path($"/offers/{offer.Id}"));
            unseen.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        using var another = await app.Graduate(2).PostAsync($"/offers/{offer.Id}/accept", Signed(offer));
        another.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_offices_rate_takes_the_reference_values_place()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync(adjustGraduate: graduate => graduate with { Currency = "KES" });
        var offer = await app.Employer().OfferAsync(placement.Id, Terms with { Pay = 1000, Currency = "USD", PayNet = true });
        var on = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        using (var kept = await app.Office().PutAsJsonAsync(
            PlacementsApi.Path("/rates"), new ExchangeRates([new ExchangeRate("KES", 130.5m, on, "Example central bank")])))
            (await InterviewsApi.ReadAsync<ExchangeRates>(kept, HttpStatusCode.OK)).Rates!.Count.ShouldBeGreaterThan(40);
        (await app.Graduate().GetFromJsonAsync<Offer>(PlacementsApi.Path($"/offers/{offer.Id}")))!.TakeHome
            .ShouldBe(new TakeHome(130_500, "KES", 130.5m, on, "Example central bank", AfterDeductions: true));
        using var wrong = await app.Office().PutAsJsonAsync(PlacementsApi.Path("/rates"), new ExchangeRates(
            [new ExchangeRate("USD", 2, on, "x"), new ExchangeRate("EUR", -1, on.AddDays(9), "x"), new ExchangeRate(null, null, null, null)]));
        JsonDocument.Parse(await wrong.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateObject()
            .Select(field => field.Name).ShouldBe(
                [
                    "$.rates[0].perDollar", "$.rates[1].on", "$.rates[1].perDollar", "$.rates[2].currency", "$.rates[2].on",
                    "$.rates[2].perDollar", "$.rates[2].source",
                ],
                ignoreOrder: true);
    }

    internal static AcceptanceInput Signed(Offer offer, int graduate = 1) =>
        new(TalentApp.Person(Roles.Graduate, graduate).Name, offer.DocumentHash);

    static JobNeed Advertising(JobNeed job) =>
        job with { PayMin = 3500, PayMax = 4200, Currency = "MYR", PayPeriod = "month", City = "Penang" };

    static async Task<Offer> AcceptAsync(HttpClient graduate, Offer offer, string? others = null)
    {
        using var answer = await graduate.PostAsync($"/offers/{offer.Id}/accept", Signed(offer) with { OtherApplications = others });
        return await InterviewsApi.ReadAsync<Offer>(answer, HttpStatusCode.OK);
    }

    static async Task<string> RefusedAsync(
        HttpClient client, Offer offer, AcceptanceInput input, HttpStatusCode expected = HttpStatusCode.Conflict)
    {
        using var answer = await client.PostAsync($"/offers/{offer.Id}/accept", input);
        return await answer.ProblemAsync(expected);
    }

    internal static async Task<IReadOnlyList<string>> AuditAsync(TalentApp app, string action)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var bodies = await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Outbox.Select(row => row.Body).ToListAsync();
        return [.. bodies.Where(body => body.Contains($"\"{action}\"", StringComparison.Ordinal))];
    }
}
