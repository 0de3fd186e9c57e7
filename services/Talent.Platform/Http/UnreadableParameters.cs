using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Talent.Platform.Http;

/// <summary>Names the parameters of a query or a path that cannot be read as what they are.</summary>
/// <remarks>Bindings made at build time answer such a call with a bare 400, those made at run time throw an exception
/// that says it in English alone: what the endpoint declares of its parameters serves both.</remarks>
static class UnreadableParameters
{
    /// <summary>What the call's endpoint cannot read, in the order of its parameters; empty when that is not why the call
    /// was refused.</summary>
    public static FieldProblem[] Of(HttpContext context)
    {
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        var endpoint = failed?.Endpoint ?? context.GetEndpoint();
        if (endpoint is null)
            return [];
        var route = failed?.RouteValues ?? context.Request.RouteValues;
        return [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Select(parameter => Of(parameter, Given(context.Request, route, parameter.Name)))
            .OfType<FieldProblem>()];
    }

    /// <summary>Answers a call that was refused for such a parameter, and any other status without a body as it is.</summary>
    public static async Task AnswerAsync(StatusCodeContext refused)
    {
        var context = refused.HttpContext;
        var status = context.Response.StatusCode;
        var unreadable = status == StatusCodes.Status400BadRequest ? Of(context) : [];
        var answer = unreadable.Length == 0 ? Problems.Status(status) : Problems.Invalid(unreadable);
        await answer.ExecuteAsync(context);
    }

    static string Given(HttpRequest request, RouteValueDictionary? route, string name) =>
        route?.TryGetValue(name, out var value) == true
            ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
            : request.Query.TryGetValue(name, out var values) ? values.ToString() : "";

    static FieldProblem? Of(IParameterBindingMetadata parameter, string given)
    {
        if (given.Length == 0)
            return null;
        var type = parameter.ParameterInfo.ParameterType;
        var invariant = CultureInfo.InvariantCulture;
        var wanted = Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.Int32 when !int.TryParse(given, invariant, out _) => "unreadable-whole-number",
            TypeCode.Int64 when !long.TryParse(given, invariant, out _) => "unreadable-whole-number",
            TypeCode.Decimal when !decimal.TryParse(given, invariant, out _) => "unreadable-number",
            TypeCode.Boolean when !bool.TryParse(given, out _) => "unreadable-yes-no",
            _ when Is<DateOnly>(type) && !DateOnly.TryParse(given, invariant, out _) => "unreadable-date",
            _ when Is<Guid>(type) && !Guid.TryParse(given, out _) => "unreadable-id",
            _ => null,
        };
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
        return wanted is null ? null : new FieldProblem(name, "unreadable-value", ProblemTexts.Of(wanted, name, given));
    }

    static bool Is<T>(Type type) where T : struct => type == typeof(T) || type == typeof(T?);
}
