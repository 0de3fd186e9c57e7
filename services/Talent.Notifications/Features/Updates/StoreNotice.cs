using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Notifications.Domain;
using Talent.Notifications.Live;
using Talent.Notifications.Mails;
using Talent.Platform.Messaging;

namespace Talent.Notifications.Features.Updates;

/// <summary>Gives each recipient of a notice an update with the next number of their sequence, and its mail, all in one
/// transaction; then pushes the update to those who are connected.</summary>
sealed class StoreNotice(
    NotificationsDb db, TimeProvider clock, OtherInstances others, LiveConnections live, NoticeLetters letters)
    : IdempotentConsumer<NotificationsDb, NoticeRaised>(db, clock)
{
    readonly TimeProvider _clock = clock;
    UpdatesStored? _stored;

    protected override async Task HandleAsync(NoticeRaised message, CancellationToken cancellationToken)
    {
        // A message that an operator replayed, or a sender sent twice, has another id on the bus.
        if (await Db.Notices.AnyAsync(notice => notice.Id == message.Id, cancellationToken))
            return;
        var weights = await RecipientsAsync(message, cancellationToken);
        if (weights.Count == 0)
            return;
        var numbers = await Db.NextNumbersAsync(weights, cancellationToken);
        Store(message, weights, numbers);
        await SendMailsAsync(message, weights, numbers, cancellationToken);
        _stored = new UpdatesStored(
            message.Id, message.Kind, message.SubjectType, message.SubjectId, message.Values, message.Link, message.At,
            [.. weights.Select(one => new UpdateRecipient(one.Key, numbers[one.Key], one.Value))]);
        if (others.MayExist)
            Db.Publish(_stored, _clock);
    }

    /// <summary>This instance's own connections need not wait for the bus.</summary>
    protected override void Committed()
    {
        if (_stored is not null)
            live.Push(_stored);
    }

    /// <summary>The weight by account, in the order of the accounts.</summary>
    async Task<SortedDictionary<Guid, string>> RecipientsAsync(NoticeRaised message, CancellationToken cancellationToken)
    {
        var accounts = message.Accounts.ToHashSet();
        if (message.Organisations.Count > 0)
            accounts.UnionWith(await Db.Belongings.Where(one => message.Organisations.Contains(one.OrganisationId))
                .Select(one => one.AccountId).ToListAsync(cancellationToken));
        return new SortedDictionary<Guid, string>(accounts.ToDictionary(
            account => account, account => account == message.Except ? NoticeWeights.Signal : message.Weight));
    }

    void Store(
        NoticeRaised message, SortedDictionary<Guid, string> weights, IReadOnlyDictionary<Guid, long> numbers)
    {
        Db.Notices.Add(new Notice
        {
            Id = message.Id,
            Kind = message.Kind,
            SubjectType = message.SubjectType,
            SubjectId = message.SubjectId,
            Values = message.Values,
            Link = message.Link,
            At = message.At,
        });
        var now = _clock.GetUtcNow();
        foreach (var (account, weight) in weights)
            Db.Updates.Add(new StoredUpdate
            {
                AccountId = account,
                Seq = numbers[account],
                NoticeId = message.Id,
                Weight = weight,
                InInbox = weight != NoticeWeights.Signal,
                StoredAt = now,
            });
    }

    async Task SendMailsAsync(
        NoticeRaised message, SortedDictionary<Guid, string> weights, IReadOnlyDictionary<Guid, long> numbers,
        CancellationToken cancellationToken)
    {
        var told = weights.Where(one => one.Value != NoticeWeights.Signal).Select(one => one.Key).ToList();
        if (told.Count == 0)
            return;
        var people = await Db.People.AsNoTracking().Where(person => told.Contains(person.AccountId)).ToListAsync(cancellationToken);
        var chosen = await Db.Preferences.AsNoTracking().Where(one => told.Contains(one.AccountId))
            .ToDictionaryAsync(one => one.AccountId, cancellationToken);
        var now = _clock.GetUtcNow();
        foreach (var person in people)
        {
            var preferences = chosen.GetValueOrDefault(person.AccountId) ?? MailPreferences.DefaultOf(person.AccountId);
            var timing = preferences.TimingOf(message.Kind, weights[person.AccountId]);
            if (timing == MailTimings.Never)
                continue;
            var due = new MailHours(preferences, person.Zone).DueAt(timing, now);
            if (due <= now)
                Db.Send(letters.OfOne(person, Told.Of(message)), _clock);
            else
                Db.WaitingMails.Add(new WaitingMail
                {
                    AccountId = person.AccountId, Seq = numbers[person.AccountId], Timing = timing, Since = now, DueAt = due,
                });
        }
    }
}
