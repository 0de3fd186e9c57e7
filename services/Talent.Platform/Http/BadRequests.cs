using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Talent.Platform.Store;

namespace Talent.Platform.Http;

/// <summary>Turns what the framework throws about a request into the problem it is: a body that is no JSON, a member
/// of the wrong type, a body too large, two changes of the same version at once.</summary>
sealed class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var answer = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => Problems.Invalid(new FieldProblem(
                json.Path ?? "$", "wrong-json",
                $"Not the JSON expected here (line {json.LineNumber + 1}); see the description at /openapi/v1.json.")),
            BadHttpRequestException bad => Problems.Status(bad.StatusCode, bad.Message),
            DbUpdateConcurrencyException => Problems.Of(
                StatusCodes.Status412PreconditionFailed, "changed-meanwhile",
                "Somebody else changed it at the same moment; read it, apply your change, send it again."),
            DbUpdateException taken when UniqueViolation.Is(taken) => Problems.Conflict(
                "duplicate", "Somebody else made the same at the same moment; read it and decide again."),
            _ => null,
        };
        if (answer is null)
            return false;
        await answer.ExecuteAsync(httpContext);
        return true;
    }
}
