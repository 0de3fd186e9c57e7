using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Platform.Security;
using Talent.Platform.Store;

namespace Talent.Platform.Http;

/// <summary><c>Idempotency-Key</c> on POST: the state change and the answer are committed together, and the same key
/// from the same caller gets the same answer for a day.</summary>
public static class Idempotency
{
    const string Header = "Idempotency-Key";
    const int LongestKey = 200;

    /// <summary>Makes the POST endpoints of a group honour the header.</summary>
    public static TBuilder HonourIdempotencyKeys<TDb, TBuilder>(this TBuilder endpoints)
        where TDb : ServiceDb
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(HandleAsync<TDb>);

    static async ValueTask<object?> HandleAsync<TDb>(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
        where TDb : ServiceDb
    {
        var http = call.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(http.Request.Method) || Caller.From(http.User) is not { } caller)
            return await next(call);
        if (key.Length > LongestKey)
            return Problems.Invalid(new FieldProblem(
                Header, "too-long", $"{Header} has {key.Length} characters; at most {LongestKey} are taken."));
        var db = http.RequestServices.GetRequiredService<TDb>();
        var entry = new IdempotencyKey
        {
            Caller = caller.AccountId.ToString(),
            Endpoint = http.Request.Path.ToString(),
            Key = key,
            RequestHash = await HashAsync(http),
            CreatedAt = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        return await OnceAsync(db, entry, () => next(call), http.RequestAborted);
    }

    static async ValueTask<object?> OnceAsync<TDb>(
        TDb db, IdempotencyKey entry, Func<ValueTask<object?>> next, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.IdempotencyKeys.FindAsync([entry.Caller, entry.Endpoint, entry.Key], cancellationToken);
        if (known is not null)
            return known.RequestHash == entry.RequestHash ? new Replayed(known) : Reused();
        db.IdempotencyKeys.Add(entry);
        try
        {
            // Taken first: a second call with the key waits here until this one has committed, then fails.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return Problems.Conflict("idempotency-key-in-use", "The same call is being answered; try again shortly.");
        }
        var answer = await next();
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        if (status >= 400)
            return answer;
        entry.Status = status;
        entry.Body = (answer as IValueHttpResult)?.Value is { } value
            ? JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web)
            : null;
        entry.Location = LocationOf(answer);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    // Accepted, Accepted<T>, Created, Created<T> … share no interface for it.
    static string? LocationOf(object? answer) =>
        answer?.GetType().GetProperty("Location")?.GetValue(answer) as string;

    static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Reused() => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused",
        "This key was used for a call with another body; take a new key.");

    static async Task<string> HashAsync(HttpContext http)
    {
        // Bodies were buffered by the middleware, so that the handler has read the same bytes.
        if (!http.Request.Body.CanSeek)
            return "";
        http.Request.Body.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted));
    }

    /// <summary>Lets the filter read the body again after the handler's arguments were bound.</summary>
    internal static void UseBufferedBodiesForKeys(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if (context.Request.Headers.ContainsKey(Header))
                context.Request.EnableBuffering();
            await next(context);
        });

    sealed class Replayed(IdempotencyKey known) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = known.Status;
            httpContext.Response.Headers["Idempotency-Replayed"] = "true";
            if (known.Location is { } location)
                httpContext.Response.Headers.Location = location;
            if (known.Body is not { } body)
                return;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            await httpContext.Response.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
