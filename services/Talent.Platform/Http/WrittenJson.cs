using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Talent.Platform.Http;

/// <summary>A 200 answer as <c>TypedResults.Ok</c> writes it, for answers so large that writing them shows: in one go, by
/// code made at build time.</summary>
/// <param name="value">What is answered.</param>
/// <param name="type">Of a context whose options are those of the API: web defaults, nulls left out.</param>
public sealed class WrittenJson<T>(T value, JsonTypeInfo<T> type) : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    // As the framework's own JSON answers; what is written is well-formed by construction.
    static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/json; charset=utf-8";
        await response.StartAsync(httpContext.RequestAborted);
        await using (var writer = new Utf8JsonWriter(response.BodyWriter, Writing))
            JsonSerializer.Serialize(writer, value, type);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
    }
}
