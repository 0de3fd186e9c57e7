using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Platform.Store;

namespace Talent.Platform.Auditing;

/// <summary>Remembers who did what, when, from where. An entry is queued in the same transaction as the change, so
/// neither is without the other; the identity service keeps the entries.</summary>
public sealed class Audit(IHttpContextAccessor accessor, TimeProvider clock)
{
    const int LongestDetail = 4000;
    const int LongestAgent = 200;

    /// <summary>Queues an entry about what the caller of the current request does, for the organisation acted for.
    /// Saved with
    /// <paramref name="db"/>'s changes.</summary>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="subjectType">E.g. <c>job</c>.</param>
    /// <param name="detail">No passwords, tokens or keys; shortened to 4,000 characters.</param>
    public void Record(
        ServiceDb db, string action, string subjectType, Guid? subject, string? detail = null)
    {
        var caller = accessor.HttpContext is { } context ? Caller.From(context.User) : null;
        Record(db, new AuditActor(caller?.AccountId, caller?.Name ?? "", caller?.OrganisationId), action, subjectType,
            subject, detail);
    }

    /// <summary>Queues an entry about what somebody does who is not (yet) the request's caller, e.g. who is signing
    /// in.</summary>
    public void Record(
        ServiceDb db, AuditActor actor, string action, string subjectType, Guid? subject, string? detail = null)
    {
        var now = clock.GetUtcNow();
        var context = accessor.HttpContext;
        db.Publish(new AuditRecorded(
            OrderedIds.Next(now), now, actor.AccountId, actor.Name, actor.OrganisationId, action, subjectType,
            subject?.ToString(), Shortened(detail, LongestDetail), context?.Connection.RemoteIpAddress?.ToString(),
            Shortened(context?.Request.Headers.UserAgent.ToString(), LongestAgent)), clock);
    }

    // PostgreSQL keeps no NUL, and half a surrogate pair is no text.
    static string? Shortened(string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var clean = text.Any(char.IsControl) ? string.Concat(text.Where(letter => !char.IsControl(letter))) : text;
        if (clean.Length <= most)
            return clean;
        return clean[..(char.IsHighSurrogate(clean[most - 1]) ? most - 1 : most)];
    }
}

/// <summary>Who did something.</summary>
/// <param name="AccountId">An account or an API key; null: nobody signed in.</param>
/// <param name="Name">Their name at that time.</param>
/// <param name="OrganisationId">Whose owner may read the entry; null: none.</param>
public sealed record AuditActor(Guid? AccountId, string Name, Guid? OrganisationId);
