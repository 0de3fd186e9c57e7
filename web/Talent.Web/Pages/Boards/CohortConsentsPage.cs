using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Pages.Coordinator;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Boards;

/// <summary>A college puts on record that a graduate lets it apply for them: a part of the cohort's page.</summary>
internal static class CohortConsentsPage
{
    public static async Task<IResult> PostAsync(string name, string? after, HttpRequest request,
        [AsParameters] CohortReading reading, Visitor visitor, IStringLocalizer<Texts> texts,
        CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var graduate = values.Id("graduateId");
        var input = new ConsentInput(
            graduate == Guid.Empty ? null : graduate, values.Date("until"), values["how"]);
        if (FormState.Unreadable(values, texts) is { } unreadable)
            return await CoordinatorPages.ShowCohortAsync(name, after, unreadable, null, reading, cancel);
        var (consent, problem) = await reading.Placements.RecordConsentAsync(input, cancel);
        return consent is null
            ? await CoordinatorPages.ShowCohortAsync(name, after, new FormState(values, problem), null, reading, cancel)
            : Done(name, "recorded", visitor);
    }

    public static async Task<IResult> PostWithdrawAsync(string name, HttpRequest request,
        [AsParameters] CohortReading reading, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await reading.Placements.WithdrawConsentAsync(values.Id("consent"), cancel);
        return problem is null
            ? Done(name, "withdrawn", visitor)
            : await CoordinatorPages.ShowCohortAsync(
                name, null, new FormState(new FormValues(), problem), null, reading, cancel);
    }

    static IResult Done(string name, string deed, Visitor visitor) => Results.LocalRedirect(
        visitor.Href($"/coordinator/cohorts/{Uri.EscapeDataString(name)}?done={deed}#consents"));
}
