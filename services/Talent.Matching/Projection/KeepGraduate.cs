using Talent.Contracts.Graduates;
using Talent.Matching.Data;
using Talent.Platform.Messaging;

namespace Talent.Matching.Projection;

/// <summary>Keeps the newest document of a graduate.</summary>
sealed class KeepGraduate(MatchingDb db, TimeProvider clock, ProjectionSignal signal)
    : IdempotentConsumer<MatchingDb, GraduateProfileChanged>(db, clock)
{
    protected override async Task HandleAsync(GraduateProfileChanged message, CancellationToken cancellationToken)
    {
        var graduate = message.Graduate;
        var known = await Db.Graduates.FindAsync([graduate.Id], cancellationToken);
        if (known?.Version >= graduate.Version)
            return;
        var change = await Db.NextChangeAsync(cancellationToken);
        var email = graduate.Email?.ToLowerInvariant();
        if (known is null)
        {
            Db.Graduates.Add(new GraduateDocument
            {
                Id = graduate.Id,
                Version = graduate.Version,
                Change = change,
                AccountId = graduate.AccountId,
                Email = email,
                Document = graduate,
            });
        }
        else
        {
            known.Version = graduate.Version;
            known.Change = change;
            known.AccountId = graduate.AccountId;
            known.Email = email;
            known.Document = graduate;
        }
        signal.Set();
    }
}
