using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Messaging;

namespace Talent.Identity.Features.AuditTrail;

/// <summary>Adds what any service recorded to the audit trail.</summary>
sealed class KeepAuditTrail(IdentityDb db, TimeProvider clock)
    : IdempotentConsumer<IdentityDb, AuditRecorded>(db, clock)
{
    protected override async Task HandleAsync(AuditRecorded message, CancellationToken cancellationToken)
    {
        // A message that an operator replayed has another id on the bus.
        if (await Db.AuditTrail.FindAsync([message.Id], cancellationToken) is not null)
            return;
        Db.AuditTrail.Add(new AuditRow
        {
            Id = message.Id,
            At = message.At,
            AccountId = message.AccountId,
            Actor = message.Actor,
            OrganisationId = message.OrganisationId,
            Action = message.Action,
            SubjectType = message.SubjectType,
            SubjectId = message.SubjectId,
            Detail = message.Detail,
            Address = message.Address,
            Agent = message.Agent,
        });
    }
}
