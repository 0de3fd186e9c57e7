using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Talent.Platform.Http;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c>: the routes under <c>/api</c>, who may call them, and
/// how a caller proves who it is.</summary>
static class ApiDescription
{
    const string Bearer = "bearer";
    static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["jobs"] = "Job needs of enterprises: by form, by API, by file; and their public feed.",
        ["graduates"] = "Profiles of graduates, cohort rolls.",
        ["matching"] = "Who fits whom and why; search; concepts while they are typed.",
        ["placements"] = "From an application over interview and offer to a placement that lasts; boards.",
        ["notifications"] = "What concerns the caller: updates, read or not; when to be mailed. Live at /hubs/live.",
        ["identity"] = "Accounts, organisations, members, API keys, the audit trail.",
        ["operations"] = "What could not be delivered.",
    };

    public static void AddApiDescription(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description =>
                description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(DescribeAsync);
            options.AddOperationTransformer(DescribeAsync);
        });

    static Task DescribeAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Talent",
            Version = "v1",
            Description = "Job needs, graduates, and who fits whom. Errors are RFC 9457 problem documents.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
        };
        return Task.CompletedTask;
    }

    static Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("4XX", new OpenApiResponse
        {
            Description = "What is wrong: an RFC 9457 problem document; for input, errors by JSON path or parameter.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new(),
            },
        });
        operation.Security = [];
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security.Add(new OpenApiSecurityRequirement());
            operation.Description = "Who may call: anyone.";
            return Task.CompletedTask;
        }
        operation.Security.Add(new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [],
        });
        var policies = metadata.OfType<IAuthorizeData>().Select(data => data.Policy).OfType<string>()
            .Distinct(StringComparer.Ordinal);
        operation.Description = $"Who may call: {string.Join(", ", policies)}.";
        return Task.CompletedTask;
    }
}
