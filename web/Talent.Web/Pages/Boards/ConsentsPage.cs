using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Boards;

/// <param name="Done">What has just been done: <c>recorded</c> or <c>withdrawn</c>; null: nothing.</param>
public sealed record ConsentsModel(IReadOnlyList<Consent> Consents, DateOnly Today, FormState Form, string? Done);

/// <summary>A graduate lets the own college apply for them until a day, and takes it back.</summary>
internal static class ConsentsPage
{
    public static readonly string[] Deeds = ["recorded", "withdrawn"];

    public static async Task<IResult> GetAsync(
        string? done, PlacementBoardClient placements, TimeProvider clock, CancellationToken cancel) =>
        await ShowAsync(new FormState(new FormValues()), Deeds.Contains(done) ? done : null, placements, clock, cancel);

    public static async Task<IResult> PostAsync(HttpRequest request, PlacementBoardClient placements, Visitor visitor,
        TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var input = new ConsentInput(null, values.Date("until"));
        if (FormState.Unreadable(values, texts) is { } unreadable)
            return await ShowAsync(unreadable, null, placements, clock, cancel);
        var (consent, problem) = await placements.RecordConsentAsync(input, cancel);
        return consent is null
            ? await ShowAsync(new FormState(values, problem), null, placements, clock, cancel)
            : Results.LocalRedirect(visitor.Href("/graduate/consents?done=recorded"));
    }

    public static async Task<IResult> PostWithdrawAsync(HttpRequest request, PlacementBoardClient placements,
        Visitor visitor, TimeProvider clock, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await placements.WithdrawConsentAsync(values.Id("consent"), cancel);
        return problem is null
            ? Results.LocalRedirect(visitor.Href("/graduate/consents?done=withdrawn"))
            : await ShowAsync(new FormState(new FormValues(), problem), null, placements, clock, cancel);
    }

    static async Task<IResult> ShowAsync(
        FormState form, string? done, PlacementBoardClient placements, TimeProvider clock, CancellationToken cancel)
    {
        var consents = await placements.ConsentsAsync(null, null, cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return Page.Of<Consents, ConsentsModel>(
            new ConsentsModel(consents.Items, today, form, done), form.Problem?.Status ?? StatusCodes.Status200OK);
    }
}
