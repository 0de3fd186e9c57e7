using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Talent.Placements.Data;
using Talent.Placements.Features.Clock;
using Talent.Placements.Features.Rates;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Offers;

static class OffersEndpoints
{
    public static void AddOffers(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IAlarmRinger, OfferRinger>();

    public static void MapOffers(this WebApplication app)
    {
        var placements = app.MapGroup("/api/v1/placements").WithTags("placements");
        var offers = placements.MapGroup("/offers");
        offers.MapGet("/{id:guid}", GetOffer.Handle).RequireAuthorization(Policies.Acting)
            .WithName("GetOffer").WithSummary("One version of an offer, beside what the job advertised");
        offers.MapGet("/template", GetOffer.Template).RequireAuthorization(Policies.Employer)
            .WithName("GetOfferTemplate").WithSummary("Terms to begin with, and where they are from");
        var keyed = offers.MapGroup("").HonourIdempotencyKeys<PlacementsDb, RouteGroupBuilder>();
        keyed.MapPost("/", MakeOffer.Handle).RequireAuthorization(Policies.Employer)
            .WithName("MakeOffer").WithSummary("Makes an offer, or its next version");
        keyed.MapPost("/{id:guid}/accept", AcceptOffer.Handle).RequireAuthorization(Policies.Graduate)
            .WithName("AcceptOffer").WithSummary("The graduate signs the terms that were read");
        keyed.MapPost("/{id:guid}/decline", AnswerOffer.Decline).RequireAuthorization(Policies.Graduate)
            .WithName("DeclineOffer").WithSummary("The graduate declines, with a reason");
        keyed.MapPost("/{id:guid}/withdraw", AnswerOffer.Withdraw).RequireAuthorization(Policies.Employer)
            .WithName("WithdrawOffer").WithSummary("The employer withdraws it, with a reason");
        placements.MapGet("/rates", KeepRates.Get).RequireAuthorization(Policies.Acting)
            .WithName("GetRates").WithSummary("What currencies are worth");
        placements.MapPut("/rates", KeepRates.Put).RequireAuthorization(Policies.Office)
            .WithName("KeepRates").WithSummary("Replaces the rates that are named");
    }
}
