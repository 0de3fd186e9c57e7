using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Pages.Placements;
using Profile = Talent.Contracts.Graduates.Graduate;

namespace Talent.Web.Pages.Open;

/// <param name="Posting">The schema.org JobPosting as JSON; null when the job is not open to the public.</param>
/// <param name="Answering">How the employer answers applications; null: not known.</param>
/// <param name="Apply">For who may apply, or speaks for who may; null for everybody else.</param>
public sealed record JobModel(JobNeed Job, string? Posting, DateTimeOffset Now, Answering? Answering, ApplyModel? Apply);

/// <param name="Own">The graduate's own application for the job; null: there is none.</param>
/// <param name="Profile">The graduate's own profile, which the employer will see; null: there is none yet.</param>
/// <param name="Consents">For a coordinator: who lets the college apply.</param>
public sealed record ApplyModel(
    string Role, PlacementItem? Own, Profile? Profile, IReadOnlyList<Consent> Consents, FormState Form);

internal static class JobPage
{
    public static Task<IResult> GetAsync(
        Guid id, [AsParameters] JobPageServices services, CancellationToken cancel) =>
        ShowAsync(id, services, new FormState(new FormValues()), cancel);

    /// <summary>Applies: a graduate, or a coordinator for one who has consented.</summary>
    public static async Task<IResult> PostApplyAsync(
        Guid id, HttpRequest request, [AsParameters] JobPageServices services, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        Guid? onBehalf = Guid.TryParse(values["onBehalfOf"], out var graduate) ? graduate : null;
        var (made, problem) = await services.Placements.ApplyAsync(
            new ApplicationInput(id, onBehalf, values["letter"]), cancel);
        return made is null
            ? await ShowAsync(id, services, new FormState(values, problem), cancel)
            : Results.LocalRedirect(services.Visitor.Href($"/placements/{made.Id}?done=apply"));
    }

    static async Task<IResult> ShowAsync(Guid id, JobPageServices services, FormState form, CancellationToken cancel)
    {
        var job = await services.Jobs.GetAsync(id, cancel);
        var answering = services.Placements.AnsweringAsync(job.OrganisationId, cancel);
        var apply = await ApplyAsync(job, services, form, cancel);
        var posting = job.State == "published"
            ? JobPosting.Of(job, services.Visitor.Origin + services.Visitor.Href($"/jobs/{id}")) : null;
        return Page.Of<JobDetails, JobModel>(
            new JobModel(job, posting, services.Clock.GetUtcNow(), await KnownAsync(answering), apply),
            form.Problem?.Status ?? StatusCodes.Status200OK);
    }

    /// <summary>A job is worth reading also while nobody can say how its employer answers.</summary>
    static async Task<Answering?> KnownAsync(Task<Answering> answering)
    {
        try
        {
            return await answering;
        }
        catch (Exception failure) when (failure is ApiException or HttpRequestException)
        {
            return null;
        }
    }

    static async Task<ApplyModel?> ApplyAsync(
        JobNeed job, JobPageServices services, FormState form, CancellationToken cancel)
    {
        var role = services.Visitor.Caller?.Role;
        if (role == Roles.Coordinator)
        {
            var now = services.Clock.GetUtcNow();
            var consents = await services.Placements.ConsentsAsync(cancel);
            return new ApplyModel(role, null, null, [.. consents.Items.Where(one => Consenting.Holds(one, now))], form);
        }
        if (role != Roles.Graduate)
            return null;
        var own = await services.Placements.ListAsync(new PlacementQuery(Job: job.Id.ToString()), 1, cancel);
        var profile = await services.Graduates.MeAsync(cancel);
        return new ApplyModel(role, own.Items.Count > 0 ? own.Items[0] : null, profile, [], form);
    }
}

/// <summary>What the page of a job asks.</summary>
internal sealed record JobPageServices(
    [FromServices] JobsClient Jobs, [FromServices] PlacementsClient Placements, [FromServices] GraduatesClient Graduates,
    [FromServices] Visitor Visitor, [FromServices] TimeProvider Clock);
