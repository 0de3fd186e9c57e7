using Talent.Platform.Texts;

namespace Talent.Placements;

/// <summary>The sentences of this service in the reader's language.</summary>
static class PlacementTexts
{
    static readonly TextSource Texts = new(typeof(PlacementTexts));

    public static string Of(string key, params ReadOnlySpan<object?> values) => Texts.Say(key, values);

    /// <summary>The text, or null when there is none with this key.</summary>
    public static string? Find(string key) => Texts.Find(key);
}
