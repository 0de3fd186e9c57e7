using Microsoft.AspNetCore.Builder;
using Talent.Identity.Data;
using Talent.Platform.Store;

namespace Talent.Identity;

/// <summary>The service that knows who people are: accounts, sessions, keys, organisations and who belongs to them.</summary>
public static class IdentityModule
{
    public static void AddIdentity(this WebApplicationBuilder builder) => builder.AddServiceStore<IdentityDb>();

    public static void MapIdentity(this WebApplication app)
    {
    }
}
