using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Interviews;

/// <summary><c>PUT /placements/interviews/{id}/scorecard</c>: what the employer found, skill by skill.</summary>
static class ScoreInterview
{
    const int MostScores = 20;
    const int LongestComment = 4000;
    const int LongestRemark = 1000;
    const int LongestSkill = 300;

    static readonly string[] Recommendations = ["offer", "another-interview", "refuse"];

    public static async Task<Results<Ok<Interview>, ProblemHttpResult>> Handle(
        Guid id, ScorecardInput input, [AsParameters] Desk desk)
    {
        var (card, problems) = Read(input, desk);
        return await desk.ChangeAsync(id, card is null ? Problems.Invalid(problems) : null, (of, round) =>
        {
            if (round.Score(card!, desk.Now) is { } error)
                return Task.FromResult(Outcome.Refused(InterviewErrors.Of(error, round)));
            if (of.Candidacy.Stage == Stages.Interview)
                of.Candidacy.Owe(Next(card!), Sides.Employer, desk.Now.AddDays(of.Candidacy.ReplyDays), settles: true);
            else
                of.Candidacy.Touch(settles: false);
            return Task.FromResult(round.Told(KindsOfNotice.NoteAdded));
        });
    }

    static string Next(Scorecard card) => card.Recommendation switch
    {
        "offer" => "make-offer",
        "another-interview" => "propose-interview",
        _ => "answer",
    };

    static (Scorecard? Card, IReadOnlyList<FieldProblem> Problems) Read(ScorecardInput input, Desk desk)
    {
        var checks = new InputChecks([]);
        var comment = checks.Text("comment", input.Comment, LongestComment);
        var scores = Scores(input, checks);
        var problems = PlacementErrors.Fields(checks.Errors).ToList();
        if (scores.Count is < 1 or > MostScores && checks.Errors.Count == 0)
            problems.Add(InterviewErrors.Field("scores", "score-count", scores.Count));
        if (input.Recommendation is null)
            problems.Add(FieldProblem.Missing("$.recommendation"));
        else if (!Recommendations.Contains(input.Recommendation, StringComparer.Ordinal))
            problems.Add(FieldProblem.UnknownOption("$.recommendation", input.Recommendation, Recommendations));
        return problems.Count > 0
            ? (null, problems)
            : (new Scorecard(scores, input.Recommendation!, comment, desk.Caller.Name, desk.Now), []);
    }

    static IReadOnlyList<SkillScore> Scores(ScorecardInput input, InputChecks checks)
    {
        var scores = new List<SkillScore>();
        foreach (var score in checks.Items("scores", input.Scores))
        {
            if (score.Score is null)
                checks.Errors.Add(IntakeErrors.Missing("scores"));
            scores.Add(new SkillScore(
                checks.Text("scores", score.Skill, LongestSkill, required: true), checks.Number("scores", score.Score, 0, 4),
                checks.Text("scores", score.Comment, LongestRemark)));
        }
        return scores;
    }
}
