using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Placements;

/// <param name="Instead">The interview whose times are replaced; null: a new one.</param>
/// <param name="Hours">When both sides are at work in the days to come.</param>
public sealed record ProposeInterviewModel(
    Placement Placement, Interview? Instead, SharedHours Hours, FormState Form, DateTimeOffset Now);

/// <summary>The employer proposes times for an interview, or other times for one.</summary>
internal static class ProposeInterviewPage
{
    const int Days = 10;
    public const int UsualMinutes = 45;
    public static readonly IReadOnlyList<int> Lengths = [15, 30, 45, 60, 90, 120];

    public static async Task<IResult> GetAsync(
        Guid id, Guid? instead, PlacementsClient placements, TimeProvider clock, CancellationToken cancel)
    {
        var placement = await placements.GetAsync(id, cancel);
        var before = placement.Interviews.FirstOrDefault(one => one.Id == instead);
        var values = new FormValues { ["zone"] = before?.Zone ?? placement.Job.Zone };
        return await ShowAsync(placement, before, new FormState(values), placements, clock, cancel);
    }

    public static async Task<IResult> PostAsync(Guid id, Guid? instead, HttpRequest request, PlacementsClient placements,
        Visitor visitor, IStringLocalizer<Texts> texts, TimeProvider clock, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var minutes = values.Number("minutes") ?? UsualMinutes;
        var slots = Slots(values, minutes);
        var problem = FormState.Unreadable(values, texts)?.Problem ?? (instead is { } before
            ? await placements.ChangeInterviewAsync(
                before, "move", new InterviewMoveInput(null, slots, values["reason"]), cancel)
            : await placements.ProposeAsync(new InterviewInput(
                id, slots, values["zone"], values["place"], Names(values["panel"]), values["message"]), cancel));
        if (problem is null)
            return Results.LocalRedirect(visitor.Href($"/placements/{id}?done=propose"));
        var placement = await placements.GetAsync(id, cancel);
        return await ShowAsync(placement, placement.Interviews.FirstOrDefault(one => one.Id == instead),
            new FormState(values, AtFields(problem)), placements, clock, cancel);
    }

    /// <summary>Each row as far as it was filled in; the end follows from the length.</summary>
    static IReadOnlyList<SlotInput> Slots(FormValues values, int minutes) =>
        [.. values.Each("slots", "start").Select(row => values[$"{row}.start"]!)
            .Select(start => new SlotInput(start, End(start, minutes)))];

    /// <summary>As local as the start is; what is no time is left for the service to refuse.</summary>
    static string End(string start, int minutes)
    {
        if (DateTime.TryParseExact(start, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return local.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
            ? exact.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : start;
    }

    static string[] Names(string? panel) =>
        (panel ?? "").Split([',', ';', '،', '，', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A row has one field for its time: what is wrong with its end is said there.</summary>
    static ApiProblem AtFields(ApiProblem problem) => problem with
    {
        Errors = problem.Errors.GroupBy(error => error.Key switch
        {
            "slots" => "slots[0].start",
            var key when key.EndsWith(".end", StringComparison.Ordinal) => key[..^4] + ".start",
            var key => key,
        }, StringComparer.Ordinal).ToDictionary(
            group => group.Key, group => group.SelectMany(error => error.Value).Distinct(StringComparer.Ordinal).ToArray(),
            StringComparer.OrdinalIgnoreCase),
    };

    static async Task<RazorComponentResult<ProposeInterview>> ShowAsync(Placement placement, Interview? instead,
        FormState form, PlacementsClient placements, TimeProvider clock, CancellationToken cancel)
    {
        var known = Talent.Platform.Reference.Zones.IsKnown(form.Values["zone"]) ? form.Values["zone"] : null;
        var hours = await placements.SharedHoursAsync(placement.Id, known, Days, cancel);
        return Page.Of<ProposeInterview, ProposeInterviewModel>(
            new ProposeInterviewModel(placement, instead, hours, form, clock.GetUtcNow()),
            form.Problem?.Status ?? StatusCodes.Status200OK);
    }
}
