using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Http;
using Talent.Platform.Messaging;
using Talent.Platform.Security;

namespace Talent.Platform.Operations;

/// <summary>A message that could not be delivered.</summary>
/// <param name="Service">Whose outbox it stood in.</param>
public sealed record DeadLetterView(
    string Service, Guid Id, string Type, string Error, int Attempts, DateTimeOffset DiedAt);

/// <summary><c>GET /api/v1/operations/dead-letters</c> and <c>POST …/{service}/{id}/replay</c>, for the programme
/// office, which operates the platform. The body of a message is not shown: it may hold personal data.</summary>
static class DeadLetters
{
    const int Most = 100;

    public static void MapDeadLetters(this WebApplication app)
    {
        var letters = app.MapGroup("/api/v1/operations/dead-letters")
            .RequireAuthorization(Policies.Office).WithTags("operations");
        letters.MapGet("/", ListAsync).WithName("GetDeadLetters").WithSummary("Messages that could not be delivered");
        letters.MapPost("/{service}/{id:guid}/replay", ReplayAsync)
            .WithName("ReplayDeadLetter").WithSummary("Sends one again");
    }

    static async Task<Ok<List<DeadLetterView>>> ListAsync(
        IEnumerable<IDeadLetterBox> boxes, CancellationToken cancellationToken)
    {
        var found = new List<DeadLetterView>();
        foreach (var box in boxes)
        {
            var letters = await box.ListAsync(Most, cancellationToken);
            found.AddRange(letters.Select(letter => new DeadLetterView(
                box.Service, letter.Id, letter.Type, letter.Error, letter.Attempts, letter.DiedAt)));
        }
        return TypedResults.Ok(found);
    }

    static async Task<Results<Accepted, ProblemHttpResult>> ReplayAsync(
        string service, Guid id, IEnumerable<IDeadLetterBox> boxes, CancellationToken cancellationToken)
    {
        foreach (var box in boxes.Where(box => box.Service == service))
        {
            if (await box.ReplayAsync(id, cancellationToken))
                return TypedResults.Accepted((string?)null);
        }
        return Problems.NotFound("dead-letter");
    }
}
