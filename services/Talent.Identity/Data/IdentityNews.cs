using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Talent.Contracts.Identity;
using Talent.Identity.Domain;

namespace Talent.Identity.Data;

/// <summary>What a save means to the other services. Found in the changes themselves, so that no slice can forget to
/// tell.</summary>
sealed class IdentityNews
{
    static readonly string[] Told = [nameof(Account.Name), nameof(Account.Email), nameof(Account.Language), nameof(Account.Zone)];

    readonly SortedSet<Guid> _people = [];
    readonly List<Session> _ended = [];

    public bool IsNothing => _people.Count == 0 && _ended.Count == 0;

    public static IdentityNews In(ChangeTracker changes)
    {
        changes.DetectChanges();
        var news = new IdentityNews();
        foreach (var entry in changes.Entries())
        {
            if (entry.Entity is Account account && IsTold(entry))
                news._people.Add(account.Id);
            else if (entry.Entity is Membership member && entry.State is not EntityState.Unchanged and not EntityState.Detached)
                news._people.Add(member.AccountId);
            else if (entry is { Entity: Session session, State: EntityState.Modified }
                && session.RevokedAt is not null && entry.Property(nameof(Session.RevokedAt)).IsModified)
                news._ended.Add(session);
        }
        return news;
    }

    public async Task PublishAsync(IdentityDb db, CancellationToken cancellationToken)
    {
        foreach (var session in _ended)
            db.Publish(new SessionEnded(session.Id, session.AccountId), db.Clock);
        // In the order of their ids: two saves that wait for each other's people would wait for ever.
        foreach (var person in _people)
            await TellOfAsync(db, person, cancellationToken);
    }

    static bool IsTold(EntityEntry entry) =>
        entry.State is EntityState.Added
        || (entry.State is EntityState.Modified && Told.Any(name => entry.Property(name).IsModified));

    /// <summary>The version is raised first. That locks the person: another transaction waits and then finds all that
    /// this one did, so of two messages the one with the higher version knows more.</summary>
    static async Task TellOfAsync(IdentityDb db, Guid id, CancellationToken cancellationToken)
    {
        await db.Accounts.Where(account => account.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(account => account.PersonVersion, account => account.PersonVersion + 1), cancellationToken);
        var person = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
        if (person is null)
            return;
        var memberships = await db.Memberships.Where(member => member.AccountId == id)
            .Join(db.Organisations, member => member.OrganisationId, organisation => organisation.Id,
                (member, organisation) => new PersonMembership(organisation.Id, organisation.Kind, member.Role))
            .ToListAsync(cancellationToken);
        db.Publish(
            new PersonChanged(
                id, person.Name, person.Email!, person.Language, person.Zone,
                [.. memberships.OrderBy(one => one.OrganisationId)], person.PersonVersion),
            db.Clock);
    }
}
