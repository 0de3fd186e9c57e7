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
    // Properties: the generator of bindings writes no constructor whose parameters may be null.
    public sealed record Parameters
    {
        public string? Q { get; init; }
        [FromQuery] public string[]? Country { get; init; }
        [FromQuery] public string[]? Mode { get; init; }
        [FromQuery] public string[]? Skill { get; init; }
        [FromQuery] public string[]? Contract { get; init; }
        [FromQuery] public string[]? Language { get; init; }
        public decimal? PayMin { get; init; }
        public string? Currency { get; init; }
        public string? Sort { get; init; }
        public int? Limit { get; init; }
        public string? After { get; init; }
    }

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
