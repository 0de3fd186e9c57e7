using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Talent.Contracts.Matching;
using Talent.Matching.Search;
using Talent.Platform.Http;
using Talent.Taxonomy;

namespace Talent.Matching.Features.Search;

/// <summary><c>GET /matching/concepts?q=&amp;lang=&amp;kind=&amp;limit=</c>: skills and occupations while they are typed, for anyone.</summary>
static class GetConcepts
{
    const int LongestText = 100;
    const int UsualLimit = 10;
    const int LargestLimit = 50;

    public static Results<Ok<IReadOnlyList<ConceptLabel>>, ProblemHttpResult> Handle(
        string? q, string? lang, string? kind, int? limit, [FromServices] EmbeddedIndex index)
    {
        if (kind is not (null or "" or "skill" or "occupation"))
        {
            return Problems.Invalid(new FieldProblem(
                "kind", "unknown-kind", Vocabulary.Message("unknown", CultureInfo.CurrentUICulture, kind), ["skill", "occupation"]));
        }
        if (limit is < 1 or > LargestLimit)
        {
            return Problems.Invalid(new FieldProblem("limit", "number-out-of-range",
                Vocabulary.Message("number-out-of-range", CultureInfo.CurrentUICulture, limit, 1, LargestLimit)));
        }
        var text = q?.Trim() ?? "";
        ConceptKind? only = kind switch
        {
            "skill" => ConceptKind.Skill,
            "occupation" => ConceptKind.Occupation,
            _ => null,
        };
        // Nobody types a label this long: what a form sends may be anything.
        return TypedResults.Ok(text.Length is 0 or > LongestText
            ? []
            : index.SuggestConcepts(text, LanguageOf(lang), only, limit ?? UsualLimit));
    }

    static string LanguageOf(string? lang) =>
        string.IsNullOrWhiteSpace(lang) ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName : lang;
}
