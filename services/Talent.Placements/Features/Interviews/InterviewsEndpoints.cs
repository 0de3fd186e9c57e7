using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Talent.Placements.Data;
using Talent.Placements.Features.Clock;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Interviews;

static class InterviewsEndpoints
{
    public static void AddInterviews(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IAlarmRinger, InterviewRinger>();
    }

    public static void MapInterviews(this WebApplication app)
    {
        var placements = app.MapGroup("/api/v1/placements").WithTags("placements");
        var interviews = placements.MapGroup("/interviews");
        interviews.MapGet("/{id:guid}", GetInterview.Handle).RequireAuthorization(Policies.Acting)
            .WithName("GetInterview").WithSummary("One interview, as far as the caller may see it");
        interviews.MapGet("/{id:guid}.ics", GetInterview.Calendar).RequireAuthorization(Policies.Acting)
            .WithName("GetInterviewCalendar").WithSummary("The interview for a calendar program");
        interviews.MapGet("/hours", GetInterview.Hours).RequireAuthorization(Policies.Employer)
            .WithName("GetSharedHours").WithSummary("When both sides are at work");
        interviews.MapPut("/{id:guid}/scorecard", ScoreInterview.Handle).RequireAuthorization(Policies.Employer)
            .WithName("ScoreInterview").WithSummary("What the employer found, skill by skill");
        var keyed = interviews.MapGroup("").HonourIdempotencyKeys<PlacementsDb, RouteGroupBuilder>();
        keyed.MapPost("/", ProposeInterview.Handle).RequireAuthorization(Policies.Employer)
            .WithName("ProposeInterview").WithSummary("Proposes times, of which the graduate picks one");
        keyed.MapPost("/{id:guid}/book", BookInterview.Book).RequireAuthorization(Policies.Applying)
            .WithName("BookInterview").WithSummary("Books one of the times");
        keyed.MapPost("/{id:guid}/move", BookInterview.Move).RequireAuthorization(Policies.TakingPart)
            .WithName("MoveInterview").WithSummary("Takes another of the times, or proposes others");
        keyed.MapPost("/{id:guid}/cancel", BookInterview.Cancel).RequireAuthorization(Policies.TakingPart)
            .WithName("CancelInterview").WithSummary("Calls it off");
        placements.MapGet("/calendar", CalendarFeeds.Get).RequireAuthorization(Policies.TakingPart)
            .WithName("GetCalendarFeed").WithSummary("Whether the caller has a calendar feed");
        placements.MapPost("/calendar", CalendarFeeds.Renew).RequireAuthorization(Policies.TakingPart)
            .WithName("RenewCalendarFeed").WithSummary("Makes the feed's address anew; the old one ends");
        placements.MapGet("/calendar/{secret}.ics", CalendarFeeds.Read).AllowAnonymous()
            .WithName("ReadCalendarFeed").WithSummary("The interviews of who knows the address");
    }
}
