using Microsoft.AspNetCore.Identity;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Passkeys;

static class PasskeyOrigins
{
    /// <summary>Whether a browser used a passkey on a page of ours: the configured address, else the one that this request
    /// came to (as the pages pass it on). Never inside another site's frame.</summary>
    public static bool IsOurs(PasskeyOriginValidationContext context, PublicAddress address)
    {
        if (context.CrossOrigin)
            return false;
        var request = context.HttpContext.Request;
        var ours = address.Configured?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
        return Uri.TryCreate(ours, UriKind.Absolute, out var own) && Uri.TryCreate(context.Origin, UriKind.Absolute, out var given)
            && own.GetLeftPart(UriPartial.Authority) == given.GetLeftPart(UriPartial.Authority);
    }
}
