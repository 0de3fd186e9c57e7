using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Overview;

/// <summary>The query parameters of a list and of its export.</summary>
// Properties: the generator of bindings writes no constructor whose parameters may be null.
sealed record Filter
{
    public Guid? Job { get; init; }

    public string? Cohort { get; init; }

    /// <summary>Any of <see cref="Stages"/>; none: all of them.</summary>
    [FromQuery]
    public string[]? Stage { get; init; }

    /// <summary>A part of the graduate's name or of the job's title, whatever the case.</summary>
    public string? Q { get; init; }

    /// <summary><c>newest</c> (default); <c>waiting</c>: longest in its stage first; <c>due</c>: next step due soonest
    /// first.</summary>
    public string? Sort { get; init; }

    /// <summary>Where the graduate lives, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary><c>employment</c>, <c>internship</c> or <c>order-training</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Name of the college that the graduate is of.</summary>
    public string? College { get; init; }

    /// <summary>True: those alone whose next step is overdue.</summary>
    public bool? Overdue { get; init; }

    public const int LongestText = 200;
    static readonly string[] Sorts = ["newest", "waiting", "due"];
    static readonly string[] Kinds = ["employment", "internship", "order-training"];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public ProblemHttpResult? Wrong()
    {
        var unknown = Stage?.FirstOrDefault(stage => !Stages.All.Contains(stage, StringComparer.Ordinal));
        FieldProblem? problem =
            unknown is not null ? FieldProblem.UnknownOption("stage", unknown, Stages.All)
            : Sort is not null && !Sorts.Contains(Sort, StringComparer.Ordinal)
                ? FieldProblem.UnknownOption("sort", Sort, Sorts)
            : Kind is not null && !Kinds.Contains(Kind, StringComparer.Ordinal)
                ? FieldProblem.UnknownOption("kind", Kind, Kinds)
            : Country?.Length > LongestText ? TooLong("country")
            : Q?.Length > LongestText ? TooLong("q")
            : Cohort?.Length > LongestText ? TooLong("cohort")
            : College?.Length > LongestText ? TooLong("college")
            : null;
        return problem is null ? null : Problems.Invalid(problem);
    }

    /// <summary>All that it asks for but the stage.</summary>
    public IQueryable<Candidacy> Apply(PlacementsDb db, IQueryable<Candidacy> seen, DateTimeOffset now)
    {
        if (Job is { } job)
            seen = seen.Where(one => one.JobId == job);
        if (!string.IsNullOrWhiteSpace(Cohort))
        {
            seen = seen.Where(one => db.Graduates.Any(
                graduate => graduate.Id == one.GraduateId && graduate.Cohort == Cohort));
        }
        if (!string.IsNullOrWhiteSpace(Country))
        {
            seen = seen.Where(one => db.Graduates.Any(
                graduate => graduate.Id == one.GraduateId && graduate.Country == Country));
        }
        if (Kind is not null)
            seen = seen.Where(one => one.Kind == Kind);
        if (!string.IsNullOrWhiteSpace(College))
        {
            seen = seen.Where(one => db.Graduates.Any(
                graduate => graduate.Id == one.GraduateId && graduate.College == College));
        }
        if (Overdue == true)
            seen = seen.Where(one => one.NextCode != null && one.NextDueAt < now);
        if (string.IsNullOrWhiteSpace(Q))
            return seen;
        var part = Q.Trim().ToLowerInvariant();
        return seen.Where(one =>
            db.Graduates.Any(graduate => graduate.Id == one.GraduateId && graduate.NameKey.Contains(part))
            || db.Jobs.Any(known => known.Id == one.JobId && known.TitleKey.Contains(part)));
    }

    /// <summary>The stages it asks for.</summary>
    public IQueryable<Candidacy> InStages(IQueryable<Candidacy> all) =>
        Stage is { Length: > 0 } stages ? all.Where(one => stages.Contains(one.Stage)) : all;

    static FieldProblem TooLong(string name) =>
        new(name, "too-long", PlacementTexts.Of("too-long", name, LongestText));
}
