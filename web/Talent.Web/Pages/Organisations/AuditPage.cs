using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Contracts.Platform;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Organisations;

/// <param name="Earlier">True when this is not the first page.</param>
public sealed record AuditModel(Guid Organisation, Page<AuditEntry> Entries, string? Zone, bool Earlier);

internal static class AuditPage
{
    public static async Task<IResult> GetAsync(
        string? after, OrganisationsClient organisations, IdentityClient identity, Caller caller, CancellationToken cancel)
    {
        var (entries, me) = (organisations.AuditAsync(caller.Organisation, after, cancel), identity.MeAsync(cancel));
        return Page.Of<AuditTrail, AuditModel>(
            new AuditModel(caller.Organisation, await entries, (await me).Zone, after is not null));
    }
}
