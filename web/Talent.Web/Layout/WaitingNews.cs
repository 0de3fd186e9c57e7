using Talent.Contracts.Notifications;
using Talent.Web.Clients;

namespace Talent.Web.Layout;

/// <summary>How many updates wait for the reader. Asked for when the page begins, so that the answer is there when its
/// head is written. One per request.</summary>
internal sealed class WaitingNews(NotificationsClient told, Visitor visitor)
{
    Task<UpdatePage?>? asked;

    public void Ask()
    {
        if (visitor.IsTold)
            asked ??= told.CountsAsync(visitor.Aborted);
    }

    /// <summary>The numbers; null for whom there are none, or when the service is away.</summary>
    public Task<UpdatePage?> GetAsync()
    {
        Ask();
        return asked ?? Task.FromResult<UpdatePage?>(null);
    }
}
