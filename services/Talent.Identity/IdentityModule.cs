using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Accounts;
using Talent.Identity.Features.AuditTrail;
using Talent.Identity.Features.Keys;
using Talent.Identity.Features.Members;
using Talent.Identity.Features.Organisations;
using Talent.Identity.Features.Passkeys;
using Talent.Identity.Passwords;
using Talent.Identity.SigningIn;
using Talent.Identity.Starting;
using Talent.Identity.Texts;
using Talent.Platform.Http;
using Talent.Platform.Mail;
using Talent.Platform.Messaging;
using Talent.Platform.Operations;
using Talent.Platform.Store;

namespace Talent.Identity;

/// <summary>The service that knows who people are: accounts, sessions, keys, organisations and who belongs to them.</summary>
public static class IdentityModule
{
    // OWASP's figure for PBKDF2 with HMAC-SHA512 (Password Storage Cheat Sheet).
    const int HashIterations = 210_000;

    /// <summary>What it learns from the others.</summary>
    public static ServiceConsumers Consumers { get; } = new ServiceConsumers("identity")
        .With<KeepAuditTrail>();

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<IdentityDb>();
        builder.AddMail<IdentityDb>();
        builder.AddConsumers(Consumers);
        AddAccounts(builder.Services);
        var services = builder.Services;
        services.AddSingleton<PasswordRules>().AddSingleton<Letters>().AddSingleton<KnownDevices>();
        services.AddScoped<Throttle>().AddScoped<SecondFactor>().AddScoped<PasswordCheck>();
        services.AddScoped<AccessIssuer>().AddScoped<SessionStarter>().AddScoped<CurrentPerson>().AddScoped<PasskeyStates>();
        services.AddHostedService<KeyRotation>();
        services.AddHostedService<StartingPeople>();
        services.AddWorkAfterStart<Tidying>();
    }

    public static void MapIdentity(this WebApplication app)
    {
        app.MapAccounts();
        var identity = app.MapGroup("/api/v1/identity").WithTags("identity");
        identity.MapOrganisations();
        identity.MapMembers();
        identity.MapKeys();
        identity.MapAuditTrail();
    }

    static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((options, address) =>
        {
            options.ServerDomain = address.Configured?.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(PasskeyOrigins.IsOurs(context, address));
        });
    }

    /// <summary>The framework's store, which saves nothing by itself: a change and what goes with it are one commit.</summary>
    sealed class AccountStore : UserOnlyStore<
        Account, IdentityDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, Passkey>
    {
        public AccountStore(IdentityDb db) : base(db) => AutoSaveChanges = false;
    }
}
