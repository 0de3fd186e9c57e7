using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Talent.Platform.Texts;

namespace Talent.Platform.Http;

/// <summary>The words of problems that any service can answer with, in the reader's language.</summary>
static class ProblemTexts
{
    static readonly TextSource Texts = new(typeof(ProblemTexts));

    public static string Of(string key, params ReadOnlySpan<object?> values) => Texts.Say(key, values);

    /// <summary>What a status means.</summary>
    public static string Title(int status) =>
        Texts.Find(string.Create(CultureInfo.InvariantCulture, $"title_{status}")) ?? ReasonPhrases.GetReasonPhrase(status);

    /// <summary>That something is not there; for a thing without a sentence of its own, in general.</summary>
    /// <param name="what">What was asked for, as its sentence's key ends: <c>job-need</c>.</param>
    public static string NotFound(string what) =>
        Texts.Find($"not-found_{what}") ?? Texts.Say("not-found");
}
