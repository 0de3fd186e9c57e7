using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Notifications.Data;
using Talent.Notifications.Features.Updates;

namespace Talent.Notifications.Live;

/// <summary>What the connections read from the store.</summary>
sealed class UpdateReplay(IServiceScopeFactory scopes)
{
    public const int PageSize = 200;

    public async Task<IReadOnlyList<UpdateRow>> AfterAsync(Guid account, long seq, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>()
            .AllOf(account, seq).Take(PageSize).ToListAsync(cancellationToken);
    }

    public async Task<long> LastAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Recipients
            .Where(one => one.AccountId == account).Select(one => one.LastSeq).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, long>> LastAsync(
        IReadOnlyCollection<Guid> accounts, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Recipients
            .Where(one => accounts.Contains(one.AccountId))
            .ToDictionaryAsync(one => one.AccountId, one => one.LastSeq, cancellationToken);
    }

    public async Task<Reader> ReaderAsync(CultureInfo culture, Guid account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>()
            .ReaderAsync(culture, account, cancellationToken);
    }
}
