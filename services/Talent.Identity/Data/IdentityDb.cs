using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Talent.Identity.Domain;
using Talent.Platform.Store;

namespace Talent.Identity.Data;

sealed class IdentityDb(DbContextOptions<IdentityDb> options) : ServiceDb(options)
{
    public override string Service => "identity";

    /// <summary>The installation's clock; outside an application the system's.</summary>
    public TimeProvider Clock { get; } =
        options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<TimeProvider>()
        ?? TimeProvider.System;

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<SingleUseLink> Links => Set<SingleUseLink>();
    public DbSet<FailureCount> Failures => Set<FailureCount>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperContent> PaperContents => Set<PaperContent>();
    public DbSet<PendingInvitation> Invitations => Set<PendingInvitation>();
    public DbSet<OrganisationKey> Keys => Set<OrganisationKey>();
    public DbSet<AuditRow> AuditTrail => Set<AuditRow>();

    /// <summary>Saves, and in the same transaction tells the other services who changed and which sessions ended.</summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var news = IdentityNews.In(ChangeTracker);
        if (news.IsNothing)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await news.PublishAsync(this, cancellationToken);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return saved;
    }

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        ConfigureAccounts(modelBuilder);
        ConfigureSessions(modelBuilder);
        OrganisationTables.Configure(modelBuilder);
    }

    static void ConfigureAccounts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(accounts =>
        {
            accounts.ToTable("accounts").HasKey(account => account.Id);
            accounts.Property(account => account.Id).ValueGeneratedNever();
            accounts.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
            accounts.HasIndex(account => account.NormalizedEmail).IsUnique();
            // The address is the name; failures are counted where they cannot be used to lock somebody out.
            accounts.Ignore(account => account.UserName).Ignore(account => account.NormalizedUserName)
                .Ignore(account => account.PhoneNumber).Ignore(account => account.PhoneNumberConfirmed)
                .Ignore(account => account.LockoutEnd).Ignore(account => account.LockoutEnabled)
                .Ignore(account => account.AccessFailedCount);
        });
        modelBuilder.Entity<Passkey>(passkeys =>
        {
            passkeys.ToTable("passkeys").HasKey(passkey => passkey.CredentialId);
            passkeys.Property(passkey => passkey.Data).HasConversion(
                data => JsonSerializer.Serialize(data, JsonColumn.Options),
                text => JsonSerializer.Deserialize<IdentityPasskeyData>(text, JsonColumn.Options)!,
                new PasskeyDataComparer());
            passkeys.HasIndex(passkey => passkey.UserId);
        });
        modelBuilder.Entity<RecoveryCode>(codes =>
            codes.ToTable("recovery_codes").HasKey(code => new { code.AccountId, code.Hash }));
    }

    void ConfigureSessions(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Session>(sessions =>
        {
            sessions.ToTable("sessions").HasKey(session => session.Id);
            sessions.Property(session => session.Id).ValueGeneratedNever();
            sessions.Ignore(session => session.EndsAt);
            sessions.HasIndex(session => session.SecretHash).IsUnique();
            sessions.HasIndex(session => session.AccountId);
        });
        modelBuilder.Entity<RefreshToken>(tokens =>
        {
            tokens.ToTable("refresh_tokens").HasKey(token => token.Hash);
            // Brought twice at the same moment: one of the two is the copy.
            tokens.Property(token => token.UsedAt).IsConcurrencyToken();
            tokens.HasIndex(token => token.SessionId);
        });
        modelBuilder.Entity<Registration>(registrations =>
        {
            registrations.ToTable("registrations").HasKey(registration => registration.Id);
            registrations.Property(registration => registration.Id).ValueGeneratedNever();
            registrations.Property(registration => registration.Organisation).IsJson(this);
            registrations.Property(registration => registration.UsedAt).IsConcurrencyToken();
            registrations.HasIndex(registration => registration.Hash).IsUnique();
        });
        modelBuilder.Entity<SingleUseLink>(links =>
        {
            links.ToTable("links").HasKey(link => link.Hash);
            links.Property(link => link.UsedAt).IsConcurrencyToken();
        });
        modelBuilder.Entity<FailureCount>(failures =>
        {
            failures.ToTable("failures").HasKey(count => count.Key);
            failures.HasIndex(count => count.EndsAt);
        });
    }

    // The framework's store changes the data in place, so they are compared by what they say.
    sealed class PasskeyDataComparer() : ValueComparer<IdentityPasskeyData>(
        (left, right) => JsonSerializer.Serialize(left, JsonColumn.Options) == JsonSerializer.Serialize(right, JsonColumn.Options),
        data => JsonSerializer.Serialize(data, JsonColumn.Options).GetHashCode(StringComparison.Ordinal),
        data => JsonSerializer.Deserialize<IdentityPasskeyData>(JsonSerializer.Serialize(data, JsonColumn.Options), JsonColumn.Options)!);
}
