using Microsoft.AspNetCore.Builder;

namespace Talent.Placements.Features.Offers;

static class OffersEndpoints
{
    public static void AddOffers(this WebApplicationBuilder builder) => _ = builder;

    public static void MapOffers(this WebApplication app) => _ = app;
}
