using Talent.Platform.Texts;

namespace Talent.Identity;

/// <summary>The sentences of this service in the reader's language.</summary>
static class OrganisationTexts
{
    static readonly TextSource Texts = new(typeof(OrganisationTexts));

    public static string Of(string key, params ReadOnlySpan<object?> values) => Texts.Say(key, values);

    /// <summary>What a state of an organisation is called.</summary>
    public static string State(string state) => Of($"state_{state}");
}
