using Talent.Contracts.Graduates;
using Talent.Contracts.Identity;
using Talent.Matching.Data;
using Talent.Platform.Auditing;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Matching.Features;

static class NamesOnRecord
{
    /// <summary>Puts on record whose names a list tells an employer: one entry a page, with the graduates'
    /// ids.</summary>
    public static async Task KeepAsync(
        IEnumerable<GraduateView> shown, Caller caller, MatchingDb db, Audit audit, CancellationToken cancellationToken)
    {
        var named = shown.Where(view => GraduateDisclosure.Discloses(view, caller)).Select(view => view.Id).ToList();
        if (named.Count == 0)
            return;
        audit.Record(db, AuditActions.NamesDisclosed, "graduates", null, string.Join(' ', named));
        await db.SaveChangesAsync(cancellationToken);
    }
}
