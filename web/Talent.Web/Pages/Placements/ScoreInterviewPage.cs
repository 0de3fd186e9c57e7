using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Placements;

/// <param name="Skills">What to score: the skills of the job, or those scored before.</param>
public sealed record ScoreInterviewModel(
    Placement Placement, Interview Interview, IReadOnlyList<string> Skills, FormState Form);

/// <summary>What the employer found in an interview, skill by skill.</summary>
internal static class ScoreInterviewPage
{
    public static readonly IReadOnlyList<string> Recommendations = ["offer", "another-interview", "refuse"];

    public static async Task<IResult> GetAsync(
        Guid id, Guid interview, PlacementsClient placements, JobsClient jobs, CancellationToken cancel)
    {
        var placement = await placements.GetAsync(id, cancel);
        return await ShowAsync(placement, interview, null, jobs, cancel);
    }

    public static async Task<IResult> PostAsync(Guid id, Guid interview, HttpRequest request, PlacementsClient placements,
        JobsClient jobs, Visitor visitor, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var card = new ScorecardInput([.. values.Each("scores", "skill").Select(row => new SkillScore(
                values[$"{row}.skill"], values.Number($"{row}.score"), values[$"{row}.comment"]))
            .Where(score => score.Score is not null)], values["recommendation"], values["comment"]);
        var problem = FormState.Unreadable(values, texts)?.Problem ?? await placements.ScoreAsync(interview, card, cancel);
        if (problem is null)
            return Results.LocalRedirect(visitor.Href($"/placements/{id}?done=score"));
        var placement = await placements.GetAsync(id, cancel);
        return await ShowAsync(placement, interview, new FormState(values, AtFields(problem)), jobs, cancel);
    }

    static ApiProblem AtFields(ApiProblem problem) => problem with
    {
        Errors = problem.Errors.ToDictionary(
            error => error.Key == "scores" ? "scores[0].score" : error.Key, error => error.Value, StringComparer.OrdinalIgnoreCase),
    };

    static async Task<IResult> ShowAsync(
        Placement placement, Guid interview, FormState? refused, JobsClient jobs, CancellationToken cancel)
    {
        if (placement.Interviews.FirstOrDefault(one => one.Id == interview) is not { } found)
            return Results.NotFound();
        var job = await jobs.GetAsync(placement.Job.Id, cancel);
        string[] skills = found.Scorecard is { } card
            ? [.. card.Scores.Select(score => score.Skill!)]
            : [.. job.Skills.Select(need => Names.Concept(need.Skill))];
        return Page.Of<ScoreInterview, ScoreInterviewModel>(
            new ScoreInterviewModel(placement, found, skills, refused ?? new FormState(Fill(found.Scorecard, skills))),
            refused?.Problem?.Status ?? StatusCodes.Status200OK);
    }

    static FormValues Fill(Scorecard? card, IReadOnlyList<string> skills)
    {
        var values = new FormValues { ["recommendation"] = card?.Recommendation, ["comment"] = card?.Comment };
        foreach (var (index, skill) in skills.Index())
        {
            values[$"scores[{index}].skill"] = skill;
            values.Set($"scores[{index}].score", card?.Scores[index].Score);
            values[$"scores[{index}].comment"] = card?.Scores[index].Comment;
        }
        return values;
    }
}
