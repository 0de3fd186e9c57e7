using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Keys;

static class KeysEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder identity)
    {
        var keys = identity.MapGroup("/keys");
        keys.MapPost("/", MakeKey.Handle).RequireAuthorization(Policies.Member)
            .WithName("MakeKey").WithSummary("An API key of the own organisation, shown this once; its owner");
        keys.MapGet("/", GetKeys.Handle).RequireAuthorization(Policies.Member)
            .WithName("GetKeys").WithSummary("The API keys of the own organisation; its owner");
        keys.MapDelete("/{id:guid}", RevokeKey.Handle).RequireAuthorization(Policies.Member)
            .WithName("RevokeKey").WithSummary("Ends an API key; its owner");
        keys.MapPost("/resolve", ResolveKey.Handle).AllowAnonymous()
            .WithName("ResolveKey").WithSummary("Whom an API key speaks for; the key is the proof");
    }
}
