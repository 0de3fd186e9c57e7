using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Placements.Domain;
using Talent.Placements.Features.Interviews;
using Talent.Platform.Http;
using Talent.Platform.Texts;

namespace Talent.Placements.Features.Offers;

static class OfferErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("offer");

    /// <summary>409: it was answered, is over, or is not what was read.</summary>
    public static ProblemHttpResult Of(OfferError error, OfferVersion offer, string zone) => Problems.Conflict(
        error.Code, OfferTexts.Of(error.Code, error.Code switch
        {
            "offer-accepted" => InterviewErrors.Say(offer.SignedAt!.Value, zone),
            "offer-expired" => InterviewErrors.Say(offer.ExpiresAt, zone),
            _ => "",
        }));

    public static FieldProblem Field(string path, string code, params ReadOnlySpan<object?> values) =>
        new("$." + path, code, OfferTexts.Of(code, values));

    /// <summary>A day as the reader writes days.</summary>
    public static string Say(DateOnly day)
    {
        var language = TextLanguage.Current;
        return day.ToString(language.DatePattern, language.Culture);
    }
}
