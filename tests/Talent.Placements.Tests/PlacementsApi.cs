using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Graduates;
using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Platform;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Placements.Tests;

/// <summary>The placements service alone, told of jobs, graduates and organisations as the others would tell it, and
/// calls of its API.</summary>
static class PlacementsApi
{
    public static Uri Path(string rest) => new($"/api/v1/placements{rest}", UriKind.Relative);

    /// <summary>The application with the placements service alone.</summary>
    public static async Task<TalentApp> StartAsync(
        string store = "sqlite", string? dataFolder = null, TestClock? clock = null) => await TalentApp.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Talent:Store"] = store,
            ["Talent:Postgres"] = store == "postgres" ? await PostgresServer.CreateDatabaseAsync() : null,
        },
        services: ["placements"], dataFolder: dataFolder, clock: clock);

    /// <summary>Publishes messages and waits until all of them have been taken in.</summary>
    public static async Task TellAsync(this TalentApp app, params object[] messages)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
            foreach (var message in messages)
                Publish(db, message, app.Clock);
            await db.SaveChangesAsync();
        }
        await app.SettleAsync();
    }

    /// <summary>Waits until everything published has been delivered.</summary>
    public static Task SettleAsync(this TalentApp app) => Eventually.ShouldAsync(async () =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
        (await db.Outbox.CountAsync(row => row.DeliveredAt == null)).ShouldBe(0);
    });

    /// <summary>A published job of an employer organisation.</summary>
    public static async Task<JobNeed> JobAsync(
        this TalentApp app, int organisation = 1, int openings = 1, Func<JobNeed, JobNeed>? adjust = null)
    {
        var owner = TalentApp.Person(Roles.Employer, organisation, organisation);
        var now = app.Clock.GetUtcNow();
        var job = new JobNeed
        {
            Id = OrderedIds.Next(now),
            OrganisationId = owner.Organisation,
            OrganisationName = owner.OrganisationName!,
            Version = 2,
            State = "published",
            Title = "Welder",
            Language = "en",
            Mode = "onsite",
            Country = "MY",
            Zone = "Asia/Kuala_Lumpur",
            Contract = "permanent",
            Openings = openings,
            Permit = "provided",
            ReplyWithinDays = 14,
            CreatedAt = now,
            UpdatedAt = now,
            PublishedAt = now,
        };
        job = adjust?.Invoke(job) ?? job;
        await app.TellAsync(new JobNeedChanged(job));
        return job;
    }

    /// <summary>A graduate with an account, enrolled by a college.</summary>
    public static async Task<Graduate> GraduateAsync(
        this TalentApp app, int number = 1, int college = 1, Func<Graduate, Graduate>? adjust = null)
    {
        var graduate = Someone(app, number, college);
        graduate = adjust?.Invoke(graduate) ?? graduate;
        await app.TellAsync(new GraduateProfileChanged(graduate));
        return graduate;
    }

    public static Graduate Someone(TalentApp app, int number = 1, int college = 1)
    {
        var person = TalentApp.Person(Roles.Graduate, number);
        var enrolling = TalentApp.Person(Roles.Coordinator, college, college);
        return new Graduate
        {
            Id = OrderedIds.Next(app.Clock.GetUtcNow()),
            OrganisationId = enrolling.Organisation,
            OrganisationName = enrolling.OrganisationName,
            AccountId = person.AccountId,
            Version = 1,
            Name = person.Name,
            Email = person.Email,
            Country = "EG",
            Zone = "Africa/Cairo",
            Nationality = "EG",
            Hours = "09:00-18:00",
            Visibility = "masked",
            Education = [new EducationInput("Example college", "Welding", 5, Cohort: "2026 A")],
            UpdatedAt = app.Clock.GetUtcNow(),
        };
    }

    /// <summary>The programme office, which watches.</summary>
    public static async Task<Guid> OfficeAsync(this TalentApp app)
    {
        var office = TalentApp.Person(Roles.Office);
        await app.TellAsync(new OrganisationChanged(
            office.Organisation, OrganisationKinds.Office, office.OrganisationName!, "CN", true, 1));
        return office.Organisation;
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object? body = null) =>
        client.PostAsJsonAsync(Path(path), body ?? new { });

    public static async Task<Placement> ApplyAsync(this HttpClient client, Guid job, Guid? onBehalfOf = null)
    {
        using var answer = await client.PostAsync("/applications", new ApplicationInput(job, onBehalfOf, "A letter"));
        return await PlacementAsync(answer, HttpStatusCode.Created);
    }

    /// <summary>A step that is expected to be done: <c>advance</c>, <c>reject</c> …</summary>
    public static async Task<Placement> StepAsync(this HttpClient client, Guid id, string step, object? body = null)
    {
        using var answer = await client.PostAsync($"/applications/{id}/{step}", body);
        return await PlacementAsync(answer, HttpStatusCode.OK);
    }

    public static async Task<Placement> GetAsync(this HttpClient client, Guid id) =>
        (await client.GetFromJsonAsync<Placement>(Path($"/{id}")))!;

    public static async Task<Placement> PlacementAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Placement>())!;
    }

    static void Publish(PlacementsDb db, object message, TimeProvider clock)
    {
        switch (message)
        {
            case JobNeedChanged job:
                db.Publish(job, clock);
                break;
            case GraduateProfileChanged graduate:
                db.Publish(graduate, clock);
                break;
            case OrganisationChanged organisation:
                db.Publish(organisation, clock);
                break;
            case PersonChanged person:
                db.Publish(person, clock);
                break;
            default:
                throw new ArgumentException($"{message.GetType().Name} is no message of these tests.", nameof(message));
        }
    }
}
