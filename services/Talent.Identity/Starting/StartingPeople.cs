using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Accounts;
using Talent.Identity.Features.Organisations;
using Talent.Identity.SigningIn;
using Talent.Platform;
using Talent.Platform.Http;

namespace Talent.Identity.Starting;

/// <summary>At the start, beside what else begins: makes the accounts that the installation is to begin with and, as long
/// as there is no programme office, the link that makes one.</summary>
sealed class StartingPeople(
    IServiceScopeFactory scopes, StartNotices notices, PublicAddress address, TimeProvider clock,
    IEnumerable<StartingAccounts> starting) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.Run(() => BringInAsync(cancellationToken), cancellationToken);

    async Task BringInAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        foreach (var people in starting)
            await BringInAsync(people, db, hasher, cancellationToken);
        if (!await SetUp.HasOfficeAsync(db, cancellationToken))
            await OfferSetUpAsync(db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task BringInAsync(
        StartingAccounts people, IdentityDb db, IPasswordHasher<Account> hasher, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organisations = await db.Organisations.Select(one => one.Id).ToListAsync(cancellationToken);
        foreach (var one in people.Organisations.ExceptBy(organisations, one => one.Id))
        {
            var organisation = one.Paper is null
                ? Organisation.Trusted(one.Id, one.Kind, one.Name, one.Country, now)
                : Organisation.Waiting(
                    one.Id, new NewOrganisation(one.Name, one.Kind, one.Country, one.RegistrationNumber), now);
            db.Organisations.Add(organisation);
            if (one.Paper is { } content)
                db.AddPaper(one.Id, "business-licence.pdf", "application/pdf", content, one.Name, now);
            db.Publish(organisation.ToEvent(), clock);
        }
        var accounts = await db.Accounts.Select(one => one.Id).ToListAsync(cancellationToken);
        foreach (var one in people.Accounts.ExceptBy(accounts, one => one.Id))
            Add(one, db, hasher, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    static void Add(StartingAccount one, IdentityDb db, IPasswordHasher<Account> hasher, DateTimeOffset now)
    {
        var account = Account.Of(
            one.Id, one.Email, Emails.Normalised(one.Email), hasher.HashPassword(new Account(), one.Password), now).AsDemo();
        account.Describe(one.Name, "en", "Etc/UTC");
        db.Accounts.Add(account);
        if (one.OrganisationId is { } organisation)
            db.Memberships.Add(new Membership
            {
                OrganisationId = organisation, AccountId = one.Id, Role = one.MemberRole!, JoinedAt = now,
            });
    }

    async Task OfferSetUpAsync(IdentityDb db, CancellationToken cancellationToken)
    {
        var (token, hash) = Secrets.Make();
        db.Links.Add(new SingleUseLink { Hash = hash, Purpose = SingleUseLink.SetUp });
        await db.SaveChangesAsync(cancellationToken);
        notices.Add(() => $"  No programme office yet. Set it up once at {address.Of($"/en/set-up?token={token}")}");
    }
}
