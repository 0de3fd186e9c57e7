using Talent.Contracts.Identity;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Platform.Messaging;

namespace Talent.Jobs.Features.Employers;

/// <summary>Keeps the newest that is known of an organisation; its job needs follow, see
/// <see cref="HoldOrRelease"/>.</summary>
sealed class KeepEmployer(JobsDb db, TimeProvider clock, EmployerSignal signal)
    : IdempotentConsumer<JobsDb, OrganisationChanged>(db, clock)
{
    protected override async Task HandleAsync(OrganisationChanged message, CancellationToken cancellationToken)
    {
        var known = await Db.Employers.FindAsync([message.Id], cancellationToken);
        if (known?.Version >= message.Version)
            return;
        if (known is null)
        {
            Db.Employers.Add(known = new Employer
            {
                Id = message.Id,
                Name = message.Name,
                Verified = message.Verified,
                Version = message.Version,
                Followed = false,
            });
        }
        else
        {
            known.Name = message.Name;
            known.Verified = message.Verified;
            known.Version = message.Version;
            known.Followed = false;
        }
        signal.Set();
    }
}
