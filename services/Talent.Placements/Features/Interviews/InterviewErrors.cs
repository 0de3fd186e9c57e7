using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Talent.Placements.Domain;
using Talent.Platform.Http;
using Talent.Platform.Texts;

namespace Talent.Placements.Features.Interviews;

static class InterviewErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("interview");

    public static ProblemHttpResult Conflict(string code, params ReadOnlySpan<object?> values) =>
        Problems.Conflict(code, InterviewTexts.Of(code, values));

    /// <summary>409; 400 for a start that was never proposed.</summary>
    public static ProblemHttpResult Of(InterviewError error, InterviewRound round)
    {
        var at = error.At is { } time ? Say(time, round.Zone) : "";
        if (error.Code != "not-a-slot")
            return Problems.Conflict(error.Code, InterviewTexts.Of(error.Code, at));
        var slots = round.Slots.Select(slot => Say(slot.Start, round.Zone));
        return Problems.Invalid(new FieldProblem(
            "$.start", error.Code, InterviewTexts.Of(error.Code, at, string.Join(TextLanguage.Current.ListSeparator, slots)),
            [.. round.Slots.Select(slot => slot.Start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null))]));
    }

    public static FieldProblem Field(string path, string code, params ReadOnlySpan<object?> values) =>
        new("$." + path, code, InterviewTexts.Of(code, values));

    /// <summary>A time in a zone, as the reader writes times, the zone named.</summary>
    public static string Say(DateTimeOffset at, string zone)
    {
        var language = TextLanguage.Current;
        var local = Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUnspecified();
        return $"{local.ToString(language.DatePattern, language.Culture)} {local.ToString("HH:mm", language.Culture)} ({zone})";
    }
}
