using Talent.Platform.Texts;

namespace Talent.Jobs;

/// <summary>The sentences of this service in the reader's language.</summary>
static class JobsTexts
{
    static readonly TextSource Texts = new(typeof(JobsTexts));

    public static string Of(string key, params ReadOnlySpan<object?> values) => Texts.Say(key, values);
}
