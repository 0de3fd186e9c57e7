using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Talent.Platform.Http;
using Talent.Platform.Security;
using Talent.Platform.Texts;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Pages.Accounts;
using Talent.Web.Pages.Boards;
using Talent.Web.Pages.Coordinator;
using Talent.Web.Pages.Employer;
using Talent.Web.Pages.Graduate;
using Talent.Web.Pages.Importing;
using Talent.Web.Pages.Open;
using Talent.Web.Pages.Organisations;
using Talent.Web.Pages.Placements;
using Talent.Web.Resources;

namespace Talent.Web;

/// <summary>The pages. They keep nothing: whatever they show or change, they ask the services for over HTTP.</summary>
public static class WebModule
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        // Letters of every script as they are: as references they would take six to eight bytes each.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<IStringLocalizer<Texts>, PageTexts>();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options =>
        {
            options.Cookie = new HostCookie("talent-form");
            options.FormFieldName = "form-token";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddScoped<Visitor>().AddScoped<WaitingNews>().AddScoped<Formats>().AddScoped<Choices>();
        services.AddTransient<IStartupFilter, ErrorPages>();
        services.AddScoped<SignInWords>();
        builder.AddServiceClient<IdentityClient>("identity");
        builder.AddServiceClient<OrganisationsClient>("identity");
        builder.AddServiceClient<JobsClient>("jobs");
        builder.AddServiceClient<GraduatesClient>("graduates");
        builder.AddServiceClient<MatchingClient>("matching");
        builder.AddServiceClient<NotificationsClient>("notifications");
        builder.AddServiceClient<PlacementsClient>("placements");
        builder.AddServiceClient<PlacementBoardClient>("placements");
    }

    /// <summary>Call it after the platform's middleware and the other services' endpoints.</summary>
    public static void MapWeb(this WebApplication app)
    {
        app.UseMiddleware<PageRequests>();
        var routes = app.MapGroup("").ExcludeFromDescription();
        routes.MapGet("/", ToLanguage).AllowAnonymous();
        routes.MapGet("/assets/{file}", WebAssets.Get).AllowAnonymous();
        var codes = string.Join('|', PageLanguage.All.Select(language => language.Code));
        var pages = routes.MapGroup($"/{{lang:regex(^({codes})$)}}").AddEndpointFilter<FormsAreOurs>();
        MapPublic(pages);
        pages.MapAccounts();
        pages.MapOrganisations();
        pages.MapPlacements();
        pages.MapBoards();
        MapEmployer(pages.MapGroup("/employer").RequireAuthorization(Policies.Employer));
        MapGraduate(pages.MapGroup("/graduate").RequireAuthorization(Policies.Graduate));
        MapCoordinator(pages.MapGroup("/coordinator").RequireAuthorization(Policies.Coordinator));
        // Without it an unknown address would ask strangers to sign in, since what nobody decided about is closed.
        routes.MapFallback(
            "/{first:regex(^(?!api$|hubs$|health$|openapi$).*$)}/{**rest}", context => Results.NotFound().ExecuteAsync(context))
            .AllowAnonymous();
    }

    static void MapPublic(RouteGroupBuilder pages)
    {
        pages.MapGet("/", HomePage.GetAsync).AllowAnonymous();
        pages.MapGet("/jobs", JobSearchPage.GetAsync).AllowAnonymous();
        pages.MapGet("/jobs/{id:guid}", JobPage.GetAsync).AllowAnonymous();
        pages.MapPost("/jobs/{id:guid}/apply", JobPage.PostApplyAsync).RequireAuthorization(Policies.Applying);
        pages.MapPost("/theme", Theme.PostAsync).AllowAnonymous();
    }

    static void MapEmployer(RouteGroupBuilder pages)
    {
        pages.MapGet("", EmployerJobsPage.GetAsync);
        pages.MapGet("/jobs/first", FirstJobPage.Get);
        pages.MapPost("/jobs/first", FirstJobPage.PostAsync);
        pages.MapGet("/jobs/new", EditJobPage.GetNew);
        pages.MapPost("/jobs/new", EditJobPage.PostNewAsync);
        pages.MapGet("/jobs/{id:guid}/edit", EditJobPage.GetAsync);
        pages.MapPost("/jobs/{id:guid}/edit", EditJobPage.PostAsync);
        pages.MapPost("/jobs/{id:guid}/state", EditJobPage.PostStateAsync);
        pages.MapGet("/jobs/{id:guid}/candidates", CandidatesPage.GetAsync);
        pages.MapGet("/placements", KanbanPage.GetAsync);
        pages.MapPost("/placements", KanbanPage.PostAsync);
        pages.MapGet("/import", ImportPages.GetJobsAsync);
        pages.MapPost("/import", ImportPages.PostJobsAsync);
        pages.MapGet("/imports/{id:guid}", ImportPages.GetJobsProgressAsync);
    }

    static void MapGraduate(RouteGroupBuilder pages)
    {
        pages.MapGet("", GraduatePages.GetMatchesAsync);
        pages.MapGet("/jobs/{id:guid}", GraduatePages.GetMatchAsync);
        pages.MapGet("/applications", ApplicationsPage.GetAsync);
        pages.MapGet("/start", ProfilePages.GetStartAsync);
        pages.MapPost("/start", ProfilePages.PostStartAsync);
        pages.MapGet("/profile", ProfilePages.GetProfileAsync);
        pages.MapPost("/profile", ProfilePages.PostProfileAsync);
        pages.MapPost("/profile/cv", ProfilePages.PostCvAsync);
    }

    static void MapCoordinator(RouteGroupBuilder pages)
    {
        pages.MapGet("", CoordinatorPages.GetCohortsAsync);
        pages.MapGet("/enrol", EnrolPage.Get);
        pages.MapPost("/enrol", EnrolPage.PostAsync);
        pages.MapGet("/cohorts/{name}", CoordinatorPages.GetCohortAsync);
        pages.MapGet("/import", ImportPages.GetGraduatesAsync);
        pages.MapPost("/import", ImportPages.PostGraduatesAsync);
        pages.MapGet("/imports/{id:guid}", ImportPages.GetGraduatesProgressAsync);
    }

    static IResult ToLanguage(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        var language = PageLanguage.Find(http.Request.Cookies[TextLanguage.Cookie])
            ?? PageLanguage.Preferred(http.Request.Headers.AcceptLanguage);
        return Results.LocalRedirect($"/{language.Code}");
    }
}
