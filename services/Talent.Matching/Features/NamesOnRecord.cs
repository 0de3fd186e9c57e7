using System.Collections.Concurrent;
using Talent.Contracts.Graduates;
using Talent.Contracts.Identity;
using Talent.Matching.Data;
using Talent.Platform.Auditing;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Matching.Features;

/// <summary>Puts on record whose names lists tell an employer, before they are told: one entry a page, with the ids of those
/// whom this person has not been told of that day (UTC) by this process. Turning a page back writes nothing.</summary>
sealed class NamesOnRecord(TimeProvider clock)
{
    /// <summary>Some 10 MB. Beyond, all are forgotten, and put on record once more when they are shown again.</summary>
    const int Most = 100_000;

    readonly ConcurrentDictionary<(Guid Account, Guid? Organisation, Guid Graduate), DateOnly> _told = [];

    public async Task KeepAsync(
        IEnumerable<GraduateView> shown, Caller caller, MatchingDb db, Audit audit, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var named = shown.Where(view => GraduateDisclosure.Discloses(view, caller)).Select(view => view.Id)
            .Where(id => _told.GetValueOrDefault((caller.AccountId, caller.OrganisationId, id)) != today).ToList();
        if (named.Count == 0)
            return;
        audit.Record(db, AuditActions.NamesDisclosed, "graduates", null, string.Join(' ', named));
        await db.SaveChangesAsync(cancellationToken);
        if (_told.Count + named.Count > Most)
            _told.Clear();
        foreach (var id in named)
            _told[(caller.AccountId, caller.OrganisationId, id)] = today;
    }
}
