using Talent.Platform.Texts;

namespace Talent.Placements.Features.Offers;

/// <summary>The sentences about offers in the reader's language.</summary>
static class OfferTexts
{
    static readonly TextSource Texts = new(typeof(OfferTexts));

    public static string Of(string key, params ReadOnlySpan<object?> values) => Texts.Say(key, values);
}
