using Talent.Platform.Texts;

namespace Talent.Placements.Features.Interviews;

/// <summary>The sentences about interviews in the reader's language.</summary>
static class InterviewTexts
{
    static readonly TextSource Texts = new(typeof(InterviewTexts));

    public static string Of(string key, params ReadOnlySpan<object?> values) => Texts.Say(key, values);
}
