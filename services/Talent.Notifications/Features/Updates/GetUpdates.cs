using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Notifications.Domain;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Notifications.Features.Updates;

/// <summary><c>GET /notifications?after=&amp;limit=&amp;inbox=</c>: the caller's own updates. All, oldest first, from the one
/// after <c>after</c>; with <c>inbox=true</c> without signals, newest first, from the one before it. <c>limit=0</c>: the
/// numbers alone.</summary>
static class GetUpdates
{
    public static async Task<Results<Ok<UpdatePage>, ProblemHttpResult>> Handle(
        long? after, int? limit, bool? inbox, Caller caller, NotificationsDb db, CancellationToken cancellationToken)
    {
        if (limit is < 0 or > Cursors.MostLimit)
            return Problems.Invalid(UpdateErrors.OutOfRange("limit", limit, 0, Cursors.MostLimit));
        if (after < 0)
            return Problems.Invalid(UpdateErrors.OutOfRange("after", after, 0, long.MaxValue));
        var own = await db.Recipients.AsNoTracking()
            .SingleOrDefaultAsync(recipient => recipient.AccountId == caller.AccountId, cancellationToken);
        var most = limit ?? Cursors.DefaultLimit;
        if (own is null || most == 0)
            return TypedResults.Ok(new UpdatePage([], own?.LastSeq ?? 0, own?.Unread ?? 0, null));
        var rows = await (inbox is true
            ? db.InboxOf(caller.AccountId, after) : db.AllOf(caller.AccountId, after ?? 0)).Take(most + 1)
            .ToListAsync(cancellationToken);
        var reader = await db.ReaderAsync(CultureInfo.CurrentUICulture, caller.AccountId, cancellationToken);
        var items = rows.Take(most).Select(row => row.For(reader, own.ReadUpTo)).ToList();
        return TypedResults.Ok(new UpdatePage(
            items, own.LastSeq, own.Unread, rows.Count > most ? items[^1].Seq : null));
    }

    /// <summary>In the language asked for, in the zone of the person's account.</summary>
    public static async Task<Reader> ReaderAsync(
        this NotificationsDb db, CultureInfo culture, Guid account, CancellationToken cancellationToken) => Reader.Of(
        culture, await db.People.Where(person => person.AccountId == account).Select(person => person.Zone)
            .SingleOrDefaultAsync(cancellationToken));

    /// <summary>From the one after a number, oldest first.</summary>
    public static IQueryable<UpdateRow> AllOf(this NotificationsDb db, Guid account, long after) =>
        from update in db.Updates.AsNoTracking()
        where update.AccountId == account && update.Seq > after
        join notice in db.Notices.AsNoTracking() on update.NoticeId equals notice.Id
        orderby update.Seq
        select new UpdateRow(update, notice);

    static IQueryable<UpdateRow> InboxOf(this NotificationsDb db, Guid account, long? before) =>
        from update in db.Updates.AsNoTracking()
        where update.AccountId == account && update.InInbox && (before == null || update.Seq < before)
        join notice in db.Notices.AsNoTracking() on update.NoticeId equals notice.Id
        orderby update.Seq descending
        select new UpdateRow(update, notice);
}

/// <summary>An update with what it is about.</summary>
sealed record UpdateRow(StoredUpdate Update, Notice Notice)
{
    public Update For(Reader reader, long readUpTo) =>
        Told.Of(Notice).For(reader, Update.Seq, Update.Weight, Update.Seq <= readUpTo);
}
