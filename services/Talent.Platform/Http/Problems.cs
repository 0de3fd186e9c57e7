using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Talent.Platform.Http;

/// <summary>RFC 9457 answers. The <c>type</c> is stable: <c>urn:talent:problem:CODE</c>.</summary>
public static class Problems
{
    const string TypePrefix = "urn:talent:problem:";

    /// <summary>An answer that says no more than its status: 401, 403, 404, 429, 500 …</summary>
    public static ProblemHttpResult Status(int status, string? detail = null) =>
        Of(status, CodeOf(status), detail);

    internal static string TypeOf(int status) => TypePrefix + CodeOf(status);

    static string CodeOf(int status) =>
        ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-');

    /// <summary>404 for what does not exist or the caller may not know of: both look the same.</summary>
    /// <param name="what">What was asked for: <c>job-need</c>; its sentence is <c>not-found_job-need</c> of the problems' texts.</param>
    public static ProblemHttpResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, "not-found", ProblemTexts.NotFound(what));

    /// <summary>409: the state forbids it.</summary>
    /// <param name="detail">In the reader's language.</param>
    public static ProblemHttpResult Conflict(string code, string detail) =>
        Of(StatusCodes.Status409Conflict, code, detail);

    /// <summary>A problem with its stable code.</summary>
    /// <param name="detail">What is wrong and what would be right, in the reader's language.</param>
    public static ProblemHttpResult Of(
        int status, string code, string? detail, IReadOnlyDictionary<string, object?>? extensions = null) =>
        TypedResults.Problem(
            detail, statusCode: status, title: ProblemTexts.Title(status), type: TypePrefix + code,
            extensions: extensions?.Select(pair => pair) ?? []);

    /// <summary>400 with what is wrong, by field.</summary>
    public static ProblemHttpResult Invalid(params IReadOnlyList<FieldProblem> problems) =>
        Of(StatusCodes.Status400BadRequest, "invalid-input",
            ProblemTexts.Of("invalid-input"),
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = problems
                    .GroupBy(problem => problem.Path, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal),
            });
}

/// <summary>What is wrong with one field of the input.</summary>
/// <param name="Path">JSON path of the field, e.g. <c>$.skills[2].level</c>; a query parameter's name for a query.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">What is wrong and what would be right, in the reader's language.</param>
/// <param name="Suggestions">Values that would be accepted, where a few are likely meant.</param>
public sealed record FieldProblem(
    string Path, string Code, string Message, IReadOnlyList<string>? Suggestions = null)
{
    /// <summary>A value that is none of a closed list's, which are suggested.</summary>
    public static FieldProblem UnknownOption(string path, string value, IReadOnlyList<string> options) => new(
        path, "unknown-option", ProblemTexts.Of("unknown-option", path, value, string.Join(", ", options)), options);

    /// <summary>What must be given and is not.</summary>
    public static FieldProblem Missing(string path) => new(path, "missing", ProblemTexts.Of("missing", path));
}
