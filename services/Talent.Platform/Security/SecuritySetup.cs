using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Talent.Platform.Http;

namespace Talent.Platform.Security;

static class SecuritySetup
{
    const string BearerOrCookie = "talent";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SigningKeys>().AddSingleton<PublishedKeys>().AddSingleton<AccessTokens>();
        services.AddSingleton(provider => new Lazy<SigningKeys>(provider.GetRequiredService<SigningKeys>));
        services.AddSingleton<KnownApiKeys>();
        builder.AddAnonymousClient<SessionClient>("identity");
        services.AddDataProtection()
            .SetApplicationName("talent")
            .PersistKeysToFileSystem(new DirectoryInfo(DataFolder.Keys(builder.Configuration)));
        services.AddAuthentication(BearerOrCookie)
            .AddPolicyScheme(BearerOrCookie, null, options => options.ForwardDefaultSelector = SchemeFor)
            .AddJwtBearer()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddCookie(ConfigureCookie);
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<PublishedKeys, TimeProvider>((options, keys, clock) =>
            {
                options.MapInboundClaims = false;
                options.TokenValidationParameters = AccessTokens.Rules(keys, clock);
                options.Events = new JwtBearerEvents
                {
                    OnChallenge = ChallengeWithProblem,
                    OnMessageReceived = message =>
                    {
                        message.Token = HubToken.Of(message.HttpContext);
                        return Task.CompletedTask;
                    },
                };
            });
        services.AddAuthorization(AddPolicies);
        services.AddHttpContextAccessor();
    }

    static string SchemeFor(HttpContext context) =>
        ApiKeyHandler.IsMeant(context) ? ApiKeyHandler.SchemeName
        : context.Request.Headers.Authorization.Count > 0 || HubToken.Of(context) is not null
            ? JwtBearerDefaults.AuthenticationScheme
            : CookieAuthenticationDefaults.AuthenticationScheme;

    static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = WebSession.CookieName;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.ExpireTimeSpan = TimeSpan.FromHours(24);
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = WebSession.ValidateAsync;
        options.Events.OnRedirectToLogin = context =>
            RedirectOrProblem(context, StatusCodes.Status401Unauthorized, "/sign-in");
        options.Events.OnRedirectToAccessDenied = context =>
            RedirectOrProblem(context, StatusCodes.Status403Forbidden, null);
    }

    static async Task RedirectOrProblem(
        RedirectContext<CookieAuthenticationOptions> context, int status, string? page)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || HubToken.IsHub(context.HttpContext))
        {
            await Problems.Status(status).ExecuteAsync(context.HttpContext);
            return;
        }
        if (page is null)
        {
            context.Response.StatusCode = status;
            return;
        }
        var wanted = Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);
        context.Response.Redirect($"{page}?from={wanted}");
    }

    static async Task ChallengeWithProblem(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        await Problems.Status(StatusCodes.Status401Unauthorized).ExecuteAsync(context.HttpContext);
    }

    static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(Policies.Graduate, policy => policy.RequireAuthenticatedUser().RequireRole(Roles.Graduate));
        options.AddPolicy(Policies.Office, policy => policy.RequireAuthenticatedUser().RequireRole(Roles.Office));
        // An employer or coordinator who acts for nobody has nothing of its own to see or to change.
        foreach (var role in new[] { Roles.Employer, Roles.Coordinator })
            options.AddPolicy(role, policy => policy.RequireAuthenticatedUser().RequireRole(role)
                .RequireClaim(TalentClaims.Organisation));
        options.AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Policies.Acting, policy => policy.RequireAuthenticatedUser().RequireRole(Roles.All));
        options.AddPolicy(Policies.Member, policy => policy.RequireAuthenticatedUser()
            .RequireRole(Roles.Employer, Roles.Coordinator, Roles.Office).RequireClaim(TalentClaims.Organisation));
        options.AddPolicy(Policies.Recruiting, policy =>
            policy.RequireAuthenticatedUser().RequireRole(Roles.Employer, Roles.Coordinator, Roles.Office));
        AddSides(options, Policies.Applying, Roles.Graduate, Roles.Coordinator);
        AddSides(options, Policies.Placing, Roles.Employer, Roles.Coordinator);
        AddSides(options, Policies.TakingPart, Roles.Employer, Roles.Graduate, Roles.Coordinator);
        AddSides(options, Policies.Overseeing, Roles.Coordinator, Roles.Office);
        // An endpoint that nobody decided about is closed.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    /// <summary>Who comes from an organisation must act for one; a graduate and the office need none.</summary>
    static void AddSides(AuthorizationOptions options, string name, params string[] roles) =>
        options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireRole(roles).RequireAssertion(
            context => context.User.HasClaim(claim => claim.Type == TalentClaims.Organisation)
                || context.User.IsInRole(Roles.Graduate) || context.User.IsInRole(Roles.Office)));
}
