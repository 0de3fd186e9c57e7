using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Placements;

/// <param name="Columns">The terms in one language or two, the employer's first.</param>
public sealed record OfferDocumentModel(Placement Placement, Offer Offer, IReadOnlyList<OfferColumn> Columns);

/// <summary>The terms in one language.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record OfferColumn(
    string Language, bool RightToLeft, string NativeName, string Title, IReadOnlyList<(string Label, string Value)> Terms);

/// <summary>An offer to be read, printed and signed: in the language of the job and the reader's, side by side.</summary>
internal static class OfferDocumentPage
{
    /// <param name="beside">The second language, when it is not to be the reader's.</param>
    public static async Task<IResult> GetAsync(Guid id, Guid offer, string? beside, PlacementsClient placements,
        Visitor visitor, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var placement = await placements.GetAsync(id, cancel);
        if (placement.Offers.FirstOrDefault(one => one.Id == offer) is not { } found)
            return Results.NotFound();
        var first = PageLanguage.Find(placement.Job.Language.Split('-')[0]) ?? PageLanguage.Default;
        var second = PageLanguage.Find(beside) ?? visitor.Language;
        PageLanguage[] languages = first == second ? [first] : [first, second];
        return Page.Of<OfferDocument, OfferDocumentModel>(new OfferDocumentModel(
            placement, found, [.. languages.Select(language => Column(language, placement, found, texts))]));
    }

    static OfferColumn Column(PageLanguage language, Placement placement, Offer offer, IStringLocalizer<Texts> texts)
    {
        var (culture, texting) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        try
        {
            var terms = OfferWords.Of(placement, offer, texts, new Formats(texts));
            return new OfferColumn(language.Code, language.RightToLeft, language.NativeName, texts["Offer_title"], terms);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texting);
        }
    }
}
