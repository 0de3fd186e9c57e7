using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Identity;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Organisations;

/// <param name="Made">The new key, shown this once; null: none has just been made.</param>
/// <param name="Until">The expiry a new key is offered: 90 days ahead.</param>
public sealed record KeysModel(
    IReadOnlyList<ApiKey> Keys, FormState Form, DateOnly Until, NewApiKey? Made = null, bool Revoked = false);

internal static class KeysPage
{
    public static Task<IResult> GetAsync(bool? revoked, OrganisationsClient organisations, TimeProvider clock, CancellationToken cancel) =>
        ShowAsync(organisations, clock, new FormState(new FormValues()), null, revoked == true, cancel);

    /// <summary>Answers with the page itself: the key is shown once and must not stand in an address.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, OrganisationsClient organisations, TimeProvider clock,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var input = new ApiKeyInput(values["name"], values.All("scopes"), values.Date("expiresOn"));
        if (FormState.Unreadable(values, texts) is { } unreadable)
            return await ShowAsync(organisations, clock, unreadable, null, false, cancel);
        var (made, problem) = await organisations.CreateKeyAsync(input, cancel);
        return await ShowAsync(organisations, clock,
            made is null ? new FormState(values, problem) : new FormState(new FormValues()), made, false, cancel);
    }

    public static async Task<IResult> PostRevokeAsync(HttpRequest request, OrganisationsClient organisations,
        TimeProvider clock, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        if (!Guid.TryParse(values["id"], out var key))
            return Results.BadRequest();
        return await organisations.RevokeKeyAsync(key, cancel) is { } problem
            ? await ShowAsync(organisations, clock, new FormState(values, problem), null, false, cancel)
            : Results.LocalRedirect(visitor.Href("/organisation/keys?revoked=true"));
    }

    static async Task<IResult> ShowAsync(OrganisationsClient organisations, TimeProvider clock, FormState form,
        NewApiKey? made, bool revoked, CancellationToken cancel) => Page.Of<Keys, KeysModel>(
            new KeysModel(await organisations.KeysAsync(cancel), form,
                DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(90), made, revoked),
            form.Problem?.Status ?? StatusCodes.Status200OK);
}
