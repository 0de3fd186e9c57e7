using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Placements.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Texts;

namespace Talent.Placements.Features.Applications;

static class PlacementErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("placement");

    /// <summary>409, or 403 when the step is another side's.</summary>
    public static ProblemHttpResult Of(StepError error) => Problems.Of(
        error.Code == "not-your-step" ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict, error.Code,
        Say(error));

    public static ProblemHttpResult Conflict(string code, params ReadOnlySpan<object?> values) =>
        Problems.Conflict(code, PlacementTexts.Of(code, values));

    /// <summary>400 for fields of the body; a column's name is the member's in snake case.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyList<RowError> errors) => Problems.Invalid([.. Fields(errors)]);

    /// <summary>The same, to be put beside others.</summary>
    public static IEnumerable<FieldProblem> Fields(IReadOnlyList<RowError> errors) => errors.Select(error =>
        new FieldProblem("$." + Member(error.Column), error.Code, IntakeMessages.Render(
            error, System.Globalization.CultureInfo.CurrentUICulture)));

    /// <summary>What checks have found; null: nothing is wrong.</summary>
    public static ProblemHttpResult? Wrong(InputChecks checks) =>
        checks.Errors.Count > 0 ? Invalid(checks.Errors) : null;

    /// <summary>What is wrong with a member of the body.</summary>
    public static FieldProblem Field(string member, string code, params ReadOnlySpan<object?> values) =>
        new("$." + member, code, PlacementTexts.Of(code, values));

    public static string Say(StepError error) => PlacementTexts.Of(
        error.Code, PlacementTexts.Of("stage_" + error.Stage),
        string.Join(TextLanguage.Current.ListSeparator, error.Possible.Select(Word)));

    static string Word(string code) =>
        PlacementTexts.Find("stage_" + code) ?? PlacementTexts.Find("reason_" + code) ?? code;

    static string Member(string? column)
    {
        var parts = (column ?? "").Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
