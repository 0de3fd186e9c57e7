using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Platform.Store;

namespace Talent.Platform.Http;

/// <summary>Turns what the framework throws about a request into the problem it is: a body that is no JSON, a member
/// of the wrong type, a body too large, two changes of the same version at once.</summary>
sealed partial class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var answer = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => Problems.Invalid(new FieldProblem(
                json.Path ?? "$", "wrong-json",
                ProblemTexts.Of("wrong-json", json.LineNumber + 1))),
            BadHttpRequestException bad => OfBinding(httpContext, bad),
            DbUpdateConcurrencyException => Problems.Of(
                StatusCodes.Status412PreconditionFailed, "changed-meanwhile",
                ProblemTexts.Of("changed-at-once")),
            DbUpdateException taken when UniqueViolation.Is(taken) => Problems.Conflict(
                "duplicate", ProblemTexts.Of("made-at-once")),
            _ => null,
        };
        if (answer is null)
            return false;
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    static ProblemHttpResult OfBinding(HttpContext context, BadHttpRequestException bad)
    {
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
            return Problems.Status(bad.StatusCode);
        if (UnreadableParameters.Of(context) is { Length: > 0 } unreadable)
            return Problems.Invalid(unreadable);
        // What is missing the framework says in its message alone.
        return Missing().Match(bad.Message) is { Success: true } missing
            ? Problems.Invalid(FieldProblem.Missing(missing.Groups["name"].Value))
            : Problems.Status(bad.StatusCode, ProblemTexts.Of("unreadable-request"));
    }

    [GeneratedRegex("""^Required parameter "\S+ (?<name>\w+)" was not provided""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
