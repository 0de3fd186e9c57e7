using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Matching;
using Talent.Matching.Data;
using Talent.Matching.Search;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Matching.Features.Search;

/// <summary><c>GET /matching/search/graduates</c>: for employers, colleges and the programme office.</summary>
static class SearchGraduates
{
    /// <summary>The query parameters; see <see cref="GraduateQuery"/> for what they mean.</summary>
    // Properties: the generator of bindings writes no constructor whose parameters may be null.
    public sealed record Parameters
    {
        public string? Q { get; init; }
        [FromQuery] public string[]? Country { get; init; }
        [FromQuery] public string[]? Skill { get; init; }
        [FromQuery] public string[]? Language { get; init; }
        public int? MinRank { get; init; }
        public int? Isced { get; init; }
        public string? Sort { get; init; }
        public int? Limit { get; init; }
        public string? After { get; init; }
    }

    public static async Task<Results<Ok<SearchPage<GraduateHit>>, ProblemHttpResult>> Handle(
        [AsParameters] Parameters asked, Caller caller, [FromServices] EmbeddedIndex index, MatchingDb db, Audit audit,
        [FromServices] NamesOnRecord names, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var answer = index.SearchGraduates(
            new()
            {
                Text = asked.Q,
                Countries = Given.Upper(asked.Country),
                Skills = Given.Values(asked.Skill),
                Languages = Given.Lower(asked.Language),
                MinRank = asked.MinRank,
                Isced = asked.Isced,
                Sort = Given.Values([asked.Sort]).FirstOrDefault(),
                Limit = asked.Limit,
                After = asked.After,
                Culture = CultureInfo.CurrentUICulture,
            },
            GraduateSight.Of(caller));
        if (answer.Page is not { } page)
            return Problems.Invalid(answer.Problems);
        page = await NamedAsync(page, caller, db, clock.GetUtcNow(), cancellationToken);
        await names.KeepAsync(page.Items.Select(hit => hit.Graduate), caller, db, audit, cancellationToken);
        return TypedResults.Ok(page);
    }

    /// <summary>Who has applied to the caller's enterprise is shown by name: asked for the few of a page alone.</summary>
    static async Task<SearchPage<GraduateHit>> NamedAsync(
        SearchPage<GraduateHit> page, Caller caller, MatchingDb db, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (caller.Role != Roles.Employer)
            return page;
        var masked = page.Items.Where(hit => hit.Graduate.Access == "masked").Select(hit => hit.Graduate.Id).ToList();
        var known = await db.KnownToAsync(caller.OrganisationId, masked, now, cancellationToken);
        if (known.Count == 0)
            return page;
        var graduates = await db.Graduates.AsNoTracking().Where(graduate => known.Contains(graduate.Id))
            .ToDictionaryAsync(graduate => graduate.Id, graduate => graduate.Document, cancellationToken);
        return page with
        {
            Items = [.. page.Items.Select(hit => graduates.GetValueOrDefault(hit.Graduate.Id) is { } graduate
                && GraduateDisclosure.For(graduate, caller, knownToCaller: true) is { } view
                    ? hit with { Graduate = view } : hit)],
        };
    }
}
