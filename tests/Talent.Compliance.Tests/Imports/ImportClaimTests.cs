using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Talent.Jobs.Data;
using Talent.Platform.Imports;
using Talent.Platform.Messaging;
using Talent.Testing;

namespace Talent.Compliance.Tests.Imports;

/// <summary>Several instances that take files in from one PostgreSQL.</summary>
public sealed class ImportClaimTests
{
    [Fact]
    public async Task Instances_claim_different_runs_at_the_same_moment_and_each_run_once()
    {
        Skips.When(PostgresServer.Unavailable);
        await using var app = await StartAsync();
        var runs = new List<Guid>();
        for (var number = 0; number < 6; number++)
            runs.Add(await AddRunAsync(app));
        var claimed = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => WorkerOf(app).ClaimAsync(CancellationToken.None)));
        var got = claimed.OfType<Guid>().ToList();
        got.ShouldBeUnique();
        // A worker may find the only row left locked and come back for it: nothing is claimed twice, all are claimed soon.
        while (await WorkerOf(app).ClaimAsync(CancellationToken.None) is { } late)
            got.Add(late);
        got.Order().ShouldBe(runs.Order());
    }

    [Fact]
    public async Task A_run_whose_instance_has_died_is_taken_over_when_its_lease_has_run_out_and_not_before()
    {
        Skips.When(PostgresServer.Unavailable);
        await using var app = await StartAsync();
        var run = await AddRunAsync(app);
        (await WorkerOf(app).ClaimAsync(CancellationToken.None)).ShouldBe(run);
        (await WorkerOf(app).ClaimAsync(CancellationToken.None)).ShouldBeNull();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await WorkerOf(app).ClaimAsync(CancellationToken.None)).ShouldBe(run);
    }

    [Fact]
    public async Task An_instance_that_has_lost_its_run_cannot_commit_rows()
    {
        Skips.When(PostgresServer.Unavailable);
        await using var app = await StartAsync();
        var id = await AddRunAsync(app);
        await WorkerOf(app).ClaimAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var slow = scope.ServiceProvider.GetRequiredService<JobsDb>();
        var run = await slow.Imports.SingleAsync(run => run.Id == id);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await WorkerOf(app).ClaimAsync(CancellationToken.None)).ShouldBe(id);
        run.Count(RowOutcome.Accepted);
        run.Advance(app.Clock.GetUtcNow(), app.Clock.GetUtcNow().AddSeconds(30));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync());
    }

    [Theory, StoreData]
    public async Task A_run_that_keeps_failing_for_another_reason_than_its_rows_is_given_up_with_a_message(string store)
    {
        await using var app = await StartAsync(store, workers: true);
        // No such file: as when the rows make the database fail each time.
        var id = await AddRunAsync(app, withFile: false);
        await Eventually.ShouldAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            var run = await InStoreAsync(app, db => db.Imports.AsNoTracking().SingleAsync(run => run.Id == id));
            run.State.ShouldBe(ImportRun.Failed);
            run.Failure!.Code.ShouldBe("not-taken");
        });
    }

    static async Task<TalentApp> StartAsync(string store = "postgres", bool workers = false) => await TalentApp.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Talent:Store"] = store,
            ["Talent:Postgres"] = store == "postgres" ? await PostgresServer.CreateDatabaseAsync() : null,
        },
        services: ["jobs"],
        adjust: builder =>
        {
            // The test plays the workers itself.
            if (!workers)
                builder.Services.RemoveWork("ImportWorker");
        });

    static ImportWorker<JobsDb> WorkerOf(TalentApp app) => new(
        app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<IRowImporter<JobsDb>>(),
        app.Services.GetRequiredService<OutboxSignal>(), app.Clock, NullLogger<ImportWorker<JobsDb>>.Instance);

    static Task<Guid> AddRunAsync(TalentApp app, bool withFile = true) => InStoreAsync(app, async db =>
    {
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = Guid.CreateVersion7(),
            OrganisationName = "Example",
            AccountId = Guid.CreateVersion7(),
            FileName = "jobs.csv",
            CreatedAt = app.Clock.GetUtcNow(),
        };
        db.Imports.Add(run);
        if (withFile)
            db.ImportFiles.Add(new ImportFile { ImportId = run.Id, Content = Encoding.UTF8.GetBytes("title,country\nA,MY\n") });
        await db.SaveChangesAsync();
        return run.Id;
    });

    static async Task<T> InStoreAsync<T>(TalentApp app, Func<JobsDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<JobsDb>());
    }
}
