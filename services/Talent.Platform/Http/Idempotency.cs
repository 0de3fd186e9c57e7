using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
                Header, "too-long", ProblemTexts.Of("too-long", Header, key.Length, LongestKey)));
        var db = http.RequestServices.GetRequiredService<TDb>();
        var entry = new IdempotencyKey
        {
            Caller = caller.AccountId.ToString(),
            Endpoint = http.Request.Path.ToString(),
            Key = key,
            RequestHash = await HashAsync(http),
            CreatedAt = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        return await OnceAsync(db, entry, http, () => next(call));
    }

    static async ValueTask<object?> OnceAsync<TDb>(
        TDb db, IdempotencyKey entry, HttpContext http, Func<ValueTask<object?>> next) where TDb : ServiceDb
    {
        var cancellationToken = http.RequestAborted;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await FindAsync(db, entry, cancellationToken) is { } known)
                return Repeat(known, entry);
            db.IdempotencyKeys.Add(entry);
            try
            {
                // Taken first: on PostgreSQL a second call with the key waits here until this one has committed.
                await db.SaveChangesAsync(cancellationToken);
                return await AnswerAsync(db, entry, http, next, () => transaction.CommitAsync(cancellationToken));
            }
            catch (DbUpdateException taken) when (UniqueViolation.Is(taken) && taken.Entries.Any(row => row.Entity == entry))
            {
                db.ChangeTracker.Clear();
            }
        }
        return await FindAsync(db, entry, cancellationToken) is { } first
            ? Repeat(first, entry)
            : Problems.Conflict("idempotency-key-in-use", ProblemTexts.Of("idempotency-key-in-use"));
    }

    static async ValueTask<object?> AnswerAsync<TDb>(
        TDb db, IdempotencyKey entry, HttpContext http, Func<ValueTask<object?>> next, Func<Task> commit)
        where TDb : ServiceDb
    {
        var answer = await next();
        // Handlers return a union of results; the one that was chosen knows its status.
        var chosen = answer is INestedHttpResult union ? union.Result : answer;
        entry.Status = (chosen as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        if (entry.Status >= 400)
            return answer;
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        entry.Body = (chosen as IValueHttpResult)?.Value is { } value
            ? JsonSerializer.Serialize(value, value.GetType(), json)
            : null;
        entry.Location = LocationOf(chosen);
        entry.ETag = http.Response.Headers.ETag;
        await db.SaveChangesAsync(http.RequestAborted);
        await commit();
        return answer;
    }

    static Task<IdempotencyKey?> FindAsync<TDb>(TDb db, IdempotencyKey entry, CancellationToken cancellationToken)
        where TDb : ServiceDb =>
        db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(
            known => known.Caller == entry.Caller && known.Endpoint == entry.Endpoint && known.Key == entry.Key,
            cancellationToken);

    static IResult Repeat(IdempotencyKey known, IdempotencyKey entry) =>
        known.RequestHash == entry.RequestHash ? new Replayed(known) : Reused();

    // Accepted, Accepted<T>, Created, Created<T> … share no interface for it.
    static string? LocationOf(object? answer) =>
        answer?.GetType().GetProperty("Location")?.GetValue(answer) as string;

    static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Reused() => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused",
        ProblemTexts.Of("idempotency-key-reused"));

    static async Task<string> HashAsync(HttpContext http)
    {
        // A form's bytes differ each time it is sent (its boundary is random); what it holds does not.
        if (http.Request.HasFormContentType)
            return await HashAsync(await http.Request.ReadFormAsync(http.RequestAborted), http.RequestAborted);
        // Bodies were buffered by the middleware, so that the handler has read the same bytes.
        if (!http.Request.Body.CanSeek)
            return "";
        http.Request.Body.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted));
    }

    static async Task<string> HashAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{value}\n"));
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.FileName}\n"));
            hash.AppendData(await SHA256.HashDataAsync(content, cancellationToken));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lets the filter read the body again after the handler's arguments were bound.</summary>
    internal static void UseBufferedBodiesForKeys(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if (context.Request.Headers.ContainsKey(Header) && !context.Request.HasFormContentType)
                context.Request.EnableBuffering();
            await next(context);
        });

    sealed class Replayed(IdempotencyKey known) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = known.Status;
            response.Headers["Idempotency-Replayed"] = "true";
            if (known.Location is { } location)
                response.Headers.Location = location;
            if (known.ETag is { } tag)
                response.Headers.ETag = tag;
            if (known.Body is not { } body)
                return;
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
