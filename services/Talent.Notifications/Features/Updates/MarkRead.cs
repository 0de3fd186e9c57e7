using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Notifications.Features.Updates;

/// <summary><c>POST /notifications/read</c>: everything up to a number counts as read; without one, everything.</summary>
static class MarkRead
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        ReadInput input, Caller caller, NotificationsDb db, CancellationToken cancellationToken)
    {
        if (input.UpTo < 0)
            return Problems.Invalid(UpdateErrors.OutOfRange("$.upTo", input.UpTo, 0, long.MaxValue));
        var upTo = input.UpTo ?? long.MaxValue;
        var account = caller.AccountId;
        // The first statement locks the sequence whatever it changes: what the second counts is then all there is.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Recipients.Where(one => one.AccountId == account).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.ReadUpTo, one => one.ReadUpTo > upTo ? one.ReadUpTo
                : one.LastSeq < upTo ? one.LastSeq : upTo), cancellationToken);
        await db.Recipients.Where(one => one.AccountId == account).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Unread, one => db.Updates.Count(
                update => update.AccountId == one.AccountId && update.InInbox && update.Seq > one.ReadUpTo)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
