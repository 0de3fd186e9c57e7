using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Talent.Identity.Data;
using Talent.Identity.Features.AuditTrail;
using Talent.Identity.Features.Keys;
using Talent.Identity.Features.Members;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Messaging;
using Talent.Platform.Store;

namespace Talent.Identity;

/// <summary>The service that knows who people are: accounts, sessions, keys, organisations and who belongs to them.</summary>
public static class IdentityModule
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<IdentityDb>();
        builder.AddConsumer<KeepAuditTrail>("identity");
    }

    public static void MapIdentity(this WebApplication app)
    {
        var identity = app.MapGroup("/api/v1/identity").WithTags("identity");
        identity.MapOrganisations();
        identity.MapMembers();
        identity.MapKeys();
        identity.MapAuditTrail();
    }
}
