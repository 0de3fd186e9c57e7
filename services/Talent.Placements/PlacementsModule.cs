using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Placements.Data;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Clock;
using Talent.Placements.Features.Consents;
using Talent.Placements.Features.Histories;
using Talent.Placements.Features.Interviews;
using Talent.Placements.Features.Known;
using Talent.Placements.Features.Offers;
using Talent.Placements.Features.Overview;
using Talent.Platform.Messaging;
using Talent.Platform.Operations;
using Talent.Platform.Store;

namespace Talent.Placements;

/// <summary>The service that follows an application to a placement that lasts: its stages, interviews, offers,
/// permits, follow-ups, and the clocks they run by.</summary>
public static class PlacementsModule
{
    /// <summary>What it learns from the others.</summary>
    public static ServiceConsumers Consumers { get; } = new ServiceConsumers("placements")
        .With<KeepJob>().With<KeepGraduate>().With<KeepOrganisation>().With<EndCalendarOfWhoLeft>();

    public static void AddPlacements(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<PlacementsDb>();
        builder.AddConsumers(Consumers);
        builder.Services.AddSingleton<PlacementRecord>();
        builder.Services.AddSingleton<Census>();
        builder.Services.AddSingleton<ConsentNews>();
        builder.Services.AddSingleton<IAlarmRinger, PlacementAlarms>();
        builder.Services.AddSingleton<IAlarmRinger>(services => services.GetRequiredService<ConsentNews>());
        builder.Services.AddWorkAfterStart<PlacementClock>();
        builder.AddInterviews();
        builder.AddOffers();
    }

    public static void MapPlacements(this WebApplication app)
    {
        app.MapApplications();
        app.MapOverview();
        app.MapConsents();
        app.MapHistories(app.Configuration);
        app.MapInterviews();
        app.MapOffers();
    }
}
