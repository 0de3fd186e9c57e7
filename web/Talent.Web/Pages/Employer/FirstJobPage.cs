using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Employer;

/// <summary>The least a job needs, written and published in one go.</summary>
internal static class FirstJobPage
{
    public static IResult Get() => Page.Of<FirstJob, FormState>(new FormState(new FormValues()));

    public static async Task<IResult> PostAsync(HttpRequest request, JobsClient jobs, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        values["language"] = visitor.Language.Code;
        var input = JobNeedForm.Read(values);
        if (FormState.Unreadable(values, texts) is { } unreadable)
            return Page.Of<FirstJob, FormState>(unreadable, StatusCodes.Status400BadRequest);
        var (job, problem) = await jobs.CreateAsync(input, cancel);
        if (job is null)
            return Page.Of<FirstJob, FormState>(new FormState(values, problem), problem!.Status);
        // A draft that cannot be published yet is not lost: its page says what is missing.
        var (published, _) = await jobs.MoveAsync(job.Id, "publish", null, cancel);
        return Results.LocalRedirect(
            visitor.Href($"/employer/jobs/{job.Id}/edit?done={(published is null ? "saved" : published.State == "held" ? "held" : "publish")}"));
    }
}
