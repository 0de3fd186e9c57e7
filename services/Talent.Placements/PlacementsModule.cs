using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Placements.Data;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Interviews;
using Talent.Placements.Features.Known;
using Talent.Placements.Features.Offers;
using Talent.Platform.Messaging;
using Talent.Platform.Store;

namespace Talent.Placements;

/// <summary>The service that follows an application to a placement that lasts: its stages, interviews, offers,
/// permits, follow-ups, and the clocks they run by.</summary>
public static class PlacementsModule
{
    public static void AddPlacements(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<PlacementsDb>();
        builder.AddConsumer<KeepJob>("placements");
        builder.AddConsumer<KeepGraduate>("placements");
        builder.AddConsumer<KeepOrganisation>("placements");
        builder.Services.AddSingleton<PlacementRecord>();
        builder.AddInterviews();
        builder.AddOffers();
    }

    public static void MapPlacements(this WebApplication app)
    {
        app.MapApplications();
        app.MapInterviews();
        app.MapOffers();
    }
}
