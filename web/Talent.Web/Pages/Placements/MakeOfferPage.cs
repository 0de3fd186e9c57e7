using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Placements;

/// <param name="Sources">Where the values that the job does not say come from.</param>
public sealed record MakeOfferModel(Placement Placement, IReadOnlyList<TermSource> Sources, FormState Form);

/// <summary>The employer makes an offer, or the next version of one, beginning with the template's terms.</summary>
internal static class MakeOfferPage
{
    public static async Task<IResult> GetAsync(Guid id, PlacementsClient placements, CancellationToken cancel)
    {
        var placement = await placements.GetAsync(id, cancel);
        var template = await placements.OfferTemplateAsync(id, cancel);
        var before = placement.Offers.Count > 0 ? placement.Offers[0].Terms : template.Terms;
        var values = OfferForm.Fill(before);
        values.Set("expiresOn", template.ExpiresOn);
        return Show(placement, template, new FormState(values));
    }

    public static async Task<IResult> PostAsync(Guid id, HttpRequest request, PlacementsClient placements, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var input = new OfferInput(id, OfferForm.Read(values), values.Date("expiresOn"), values["exception"]);
        var problem = FormState.Unreadable(values, texts)?.Problem;
        if (problem is null)
        {
            var (offer, refusal) = await placements.OfferAsync(input, cancel);
            if (offer is not null)
                return Results.LocalRedirect(visitor.Href($"/placements/{id}?done=offer"));
            problem = refusal!;
        }
        var placement = await placements.GetAsync(id, cancel);
        var template = await placements.OfferTemplateAsync(id, cancel);
        return Show(placement, template, new FormState(values, AtFields(problem)));
    }

    static ApiProblem AtFields(ApiProblem problem) => problem with
    {
        Errors = problem.Errors.ToDictionary(
            error => error.Key == "terms.fees" ? "terms.fees[0].what" : error.Key, error => error.Value,
            StringComparer.OrdinalIgnoreCase),
    };

    static RazorComponentResult<MakeOffer> Show(Placement placement, OfferTemplate template, FormState form) =>
        Page.Of<MakeOffer, MakeOfferModel>(
            new MakeOfferModel(placement, template.Sources, form), form.Problem?.Status ?? StatusCodes.Status200OK);
}
