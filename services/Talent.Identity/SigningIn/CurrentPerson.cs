using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.SigningIn;

/// <summary>The account that calls, as it is now. A token is good for ten minutes; a session that was ended must not do
/// anything to its account any more, so each call looks.</summary>
sealed class CurrentPerson
{
    Account? _account;

    public Account Account => _account ?? throw new InvalidOperationException("The endpoint lacks the filter.");

    /// <summary>Null for tokens that belong to no session.</summary>
    public Session? Session { get; private set; }

    /// <summary>For groups of endpoints whose handlers take a <see cref="CurrentPerson"/>.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (Caller.From(http.User) is not { } caller)
            return Problems.Status(StatusCodes.Status401Unauthorized);
        var services = http.RequestServices;
        var db = services.GetRequiredService<IdentityDb>();
        var person = services.GetRequiredService<CurrentPerson>();
        if (caller.SessionId is { } id)
        {
            person.Session = await db.Sessions.SingleOrDefaultAsync(
                session => session.Id == id && session.AccountId == caller.AccountId, http.RequestAborted);
            if (person.Session?.IsOpen(services.GetRequiredService<TimeProvider>().GetUtcNow()) != true)
                return SignInErrors.SessionEnded();
        }
        person._account = await db.Accounts.SingleOrDefaultAsync(account => account.Id == caller.AccountId, http.RequestAborted);
        return person._account is null ? Problems.NotFound("account") : await next(call);
    }
}
