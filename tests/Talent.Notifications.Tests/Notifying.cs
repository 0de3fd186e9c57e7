using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Notifications.Tests;

/// <summary>The notifications service with an empty store, and those who tell it something.</summary>
static class Notifying
{
    public static Uri All { get; } = new("/api/v1/notifications", UriKind.Relative);

    public static async Task<TalentApp> StartAsync(
        string store = "sqlite", TestClock? clock = null, string? dataFolder = null) => await TalentApp.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Talent:Store"] = store,
            ["Talent:Postgres"] = store == "postgres" ? await PostgresServer.CreateDatabaseAsync() : null,
            ["Talent:Address"] = "https://talent.example",
        },
        services: ["notifications"], dataFolder, clock, builder =>
        {
            // Mails stay in the store, where the tests look at them.
            builder.Services.RemoveWork("MailRelay");
        });

    public static NoticeRaised Notice(
        IReadOnlyList<Guid> accounts, string kind = KindsOfNotice.PlacementMoved, string weight = NoticeWeights.Note,
        IReadOnlyList<Guid>? organisations = null, Guid? except = null, IReadOnlyDictionary<string, string>? values = null) => new(
        Guid.CreateVersion7(), kind, weight, accounts, organisations ?? [], except, "placement", Guid.CreateVersion7(),
        values ?? new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["graduate"] = "Lin Example", ["job"] = "Robot welder", ["employer"] = "Example Robotics", ["stage"] = "screened",
        },
        "/placements/1", TimeProvider.System.GetUtcNow());

    /// <summary>Commits notices as another service does.</summary>
    public static Task RaiseAsync(this TalentApp app, params IEnumerable<NoticeRaised> notices) => app.StoreAsync(async db =>
    {
        foreach (var notice in notices)
            db.Publish(notice, app.Clock);
        await db.SaveChangesAsync();
    });

    public static async Task TellOfAsync(this TalentApp app, params PersonChanged[] people)
    {
        await app.StoreAsync(async db =>
        {
            foreach (var person in people)
                db.Publish(person, app.Clock);
            await db.SaveChangesAsync();
        });
        await app.DeliveredAsync();
    }

    public static PersonChanged Person(
        Caller caller, string language = "en", string zone = "Etc/UTC", long version = 1,
        params IEnumerable<Guid> organisations) => new(
        caller.AccountId, caller.Name, caller.Email, language, zone,
        [.. organisations.Select(one => new PersonMembership(one, OrganisationKinds.Enterprise, MemberRoles.Recruiter))], version);

    /// <summary>Waits until everything committed so far was consumed.</summary>
    public static Task DeliveredAsync(this TalentApp app) => Eventually.ShouldAsync(() => app.StoreAsync(
        async db => (await db.Outbox.CountAsync(row => row.DeliveredAt == null)).ShouldBe(0)));

    public static async Task StoreAsync(this TalentApp app, Func<NotificationsDb, Task> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<NotificationsDb>());
    }

    public static async Task<UpdatePage> PageAsync(this HttpClient client, string query = "?limit=100") =>
        (await client.GetFromJsonAsync<UpdatePage>(new Uri($"/api/v1/notifications{query}", UriKind.Relative)))!;

    public static string TokenOf(this TalentApp app, Caller caller, TimeSpan? lifetime = null) =>
        app.Services.GetRequiredService<AccessTokens>().Issue(caller, lifetime ?? TimeSpan.FromHours(1));

    public static Task<LiveClient> ConnectAsync(this TalentApp app, Caller caller) =>
        LiveClient.ConnectAsync(app.Address, app.TokenOf(caller));
}
