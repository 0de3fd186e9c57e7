using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Jobs;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Employer;

/// <param name="Job">The job as it stands; null for a new one.</param>
/// <param name="Done">What has just been done: <c>saved</c>, <c>publish</c>, <c>pause</c> or <c>close</c>; null: nothing.</param>
/// <param name="StateProblem">Why a change of state was refused.</param>
public sealed record EditJobModel(JobNeed? Job, FormState Form, string? Done = null, ApiProblem? StateProblem = null);

internal static class EditJobPage
{
    static readonly string[] Transitions = ["publish", "pause", "close"];

    public static IResult GetNew() => Page.Of<EditJob, EditJobModel>(new EditJobModel(null, new FormState(new FormValues())));

    public static async Task<IResult> GetAsync(Guid id, string? done, JobsClient jobs, CancellationToken cancel)
    {
        var job = await jobs.GetAsync(id, cancel);
        var known = done == "saved" || Transitions.Contains(done) ? done : null;
        return Page.Of<EditJob, EditJobModel>(new EditJobModel(job, new FormState(JobNeedForm.Fill(job)), known));
    }

    public static async Task<IResult> PostNewAsync(HttpRequest request, JobsClient jobs, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = new FormValues(await request.ReadFormAsync(cancel));
        var input = JobNeedForm.Read(values);
        if (FormState.Unreadable(values, texts) is { } unreadable)
            return Refused(null, unreadable);
        var (job, problem) = await jobs.CreateAsync(input, cancel);
        return job is null ? Refused(null, new FormState(values, problem)) : Saved(visitor, job.Id, "saved");
    }

    public static async Task<IResult> PostAsync(Guid id, HttpRequest request, JobsClient jobs, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = new FormValues(await request.ReadFormAsync(cancel));
        var input = JobNeedForm.Read(values);
        var version = values.Number("version") ?? 0;
        var refused = FormState.Unreadable(values, texts);
        if (refused is null)
        {
            var (job, problem) = await jobs.ChangeAsync(id, version, input, cancel);
            if (job is not null)
                return Saved(visitor, id, "saved");
            refused = new FormState(values, problem);
        }
        return Refused(await jobs.GetAsync(id, cancel), refused);
    }

    /// <summary>Publishes, pauses or closes: the button says which.</summary>
    public static async Task<IResult> PostStateAsync(
        Guid id, HttpRequest request, JobsClient jobs, Visitor visitor, CancellationToken cancel)
    {
        var values = new FormValues(await request.ReadFormAsync(cancel));
        if (values["transition"] is not { } transition || !Transitions.Contains(transition))
            return Results.BadRequest();
        var (moved, problem) = await jobs.MoveAsync(id, transition, values["reason"], cancel);
        if (moved is not null)
            return Saved(visitor, id, transition);
        var job = await jobs.GetAsync(id, cancel);
        return Page.Of<EditJob, EditJobModel>(
            new EditJobModel(job, new FormState(JobNeedForm.Fill(job)), StateProblem: problem), problem!.Status);
    }

    static RazorComponentResult<EditJob> Refused(JobNeed? job, FormState form) =>
        Page.Of<EditJob, EditJobModel>(new EditJobModel(job, form), form.Problem?.Status ?? StatusCodes.Status400BadRequest);

    static IResult Saved(Visitor visitor, Guid id, string done) =>
        Results.LocalRedirect(visitor.Href($"/employer/jobs/{id}/edit?done={done}"));
}
