using System.Text;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Notifications.Domain;

namespace Talent.Notifications.Features.Updates;

static class Numbering
{
    // Two parameters each; SQLite takes some 32,000 of them.
    const int MostAtOnce = 1000;

    /// <summary>Takes the next number of each account's sequence and holds the sequences until the transaction ends.</summary>
    /// <param name="weights">By account, in the order of the accounts: two transactions that hold each other's next sequence
    /// would wait for ever.</param>
    public static async Task<IReadOnlyDictionary<Guid, long>> NextNumbersAsync(
        this NotificationsDb db, SortedDictionary<Guid, string> weights, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<Guid, long>(weights.Count);
        foreach (var chunk in weights.Chunk(MostAtOnce))
        {
            var values = chunk.SelectMany(one => new object[] { one.Key, one.Value == NoticeWeights.Signal ? 0 : 1 }).ToArray();
            foreach (var taken in await db.Database.SqlQueryRaw<Taken>(Statement(db, chunk.Length), values)
                .ToListAsync(cancellationToken))
                numbers.Add(taken.AccountId, taken.LastSeq);
        }
        return numbers;
    }

    static string Statement(NotificationsDb db, int count)
    {
        var sql = new StringBuilder("INSERT INTO ").Append(db.Model.FindEntityType(typeof(Recipient))!.GetSchemaQualifiedTableName())
            .Append(" AS own (account_id, last_seq, read_up_to, unread) VALUES ");
        for (var at = 0; at < count; at++)
            sql.Append(at == 0 ? "" : ", ").Append(System.Globalization.CultureInfo.InvariantCulture,
                $"({{{2 * at}}}, 1, 0, {{{(2 * at) + 1}}})");
        return sql.Append(" ON CONFLICT (account_id) DO UPDATE SET last_seq = own.last_seq + 1, ")
            .Append("unread = own.unread + excluded.unread ")
            .Append("RETURNING account_id AS \"AccountId\", last_seq AS \"LastSeq\"").ToString();
    }

    sealed record Taken(Guid AccountId, long LastSeq);
}
