using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Talent.Contracts.Matching;
using Talent.Matching.Search;
using Talent.Platform.Http;

namespace Talent.Matching.Features.Search;

/// <summary><c>GET /matching/search/jobs</c>: published jobs, for anyone.</summary>
static class SearchJobs
{
    /// <summary>The query parameters; see <see cref="JobQuery"/> for what they mean.</summary>
    public sealed record Parameters(
        string? Q, string[]? Country, string[]? Mode, string[]? Skill, string[]? Contract, string[]? Language,
        decimal? PayMin, string? Currency, string? Sort, int? Limit, string? After);

    public static Results<Ok<SearchPage<JobHit>>, ProblemHttpResult> Handle(
        [AsParameters] Parameters asked, [FromServices] EmbeddedIndex index, [FromServices] TimeProvider clock)
    {
        var answer = index.SearchJobs(new()
        {
            Text = asked.Q,
            Countries = Given.Upper(asked.Country),
            Modes = Given.Lower(asked.Mode),
            Skills = Given.Values(asked.Skill),
            Contracts = Given.Lower(asked.Contract),
            Languages = Given.Lower(asked.Language),
            PayMin = asked.PayMin,
            Currency = Given.Upper([asked.Currency]).FirstOrDefault(),
            Sort = Given.Values([asked.Sort]).FirstOrDefault(),
            Limit = asked.Limit,
            After = asked.After,
            Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            Culture = CultureInfo.CurrentUICulture,
        });
        return answer.Page is { } page ? TypedResults.Ok(page) : Problems.Invalid(answer.Problems);
    }
}
