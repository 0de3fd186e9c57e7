using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Talent.Matching.Data;
using Talent.Matching.Projection;
using Talent.Matching.Ranking;
using Talent.Matching.Search;
using Talent.Testing;
using static Talent.Matching.Tests.Samples;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Tests.Projection;

public sealed class ProjectionFeedTests
{
    [Fact]
    public async Task A_job_kept_while_the_lists_are_read_is_not_passed_over()
    {
        using var folder = new TempFolder();
        var file = $"Data Source={folder["matching.db"]};Pooling=False";
        await CreateAsync(file);
        await KeepAsync(file, job: false);
        // A job and, after it, a graduate arrive when the jobs have been read and the graduates have not.
        var meanwhile = new AfterJobs(async () =>
        {
            await KeepAsync(file, job: true);
            await KeepAsync(file, job: false);
        });
        await using var services = new ServiceCollection()
            .AddDbContext<MatchingDb>(options => options.UseSqlite(file).AddInterceptors(meanwhile)).BuildServiceProvider();
        using var index = EmbeddedIndex.Open(folder["index.db"], Catalogue.Default);
        using var signal = new ProjectionSignal();
        var pool = new MatchPool();
        using var feed = new ProjectionFeed(
            services.GetRequiredService<IServiceScopeFactory>(), index, pool, signal, new ProjectionState(),
            TimeProvider.System, NullLogger<ProjectionFeed>.Instance);

        while (await feed.AdvanceAsync(CancellationToken.None))
        {
            // One batch after the other.
        }

        meanwhile.Happened.ShouldBeTrue();
        (pool.Jobs, pool.Graduates).ShouldBe((1, 2));
        index.SearchJobs(new() { Today = Today }).Page!.Total.ShouldBe(1);
    }

    static DbContextOptions<MatchingDb> Options(string file) =>
        new DbContextOptionsBuilder<MatchingDb>().UseSqlite(file).Options;

    static async Task CreateAsync(string file)
    {
        await using var db = new MatchingDb(Options(file));
        await db.Database.EnsureCreatedAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        db.Counters.Add(new ChangeCounter { Id = ChangeCounter.TheOne, Last = 0 });
        await db.SaveChangesAsync();
    }

    static async Task KeepAsync(string file, bool job)
    {
        await using var db = new MatchingDb(Options(file));
        await using var transaction = await db.Database.BeginTransactionAsync();
        var change = await db.NextChangeAsync(CancellationToken.None);
        var id = Guid.CreateVersion7();
        if (job)
            db.Jobs.Add(new JobDocument { Id = id, Version = 1, Change = change, Document = SampleJob with { Id = id } });
        else
            db.Graduates.Add(new GraduateDocument
            {
                Id = id, Version = 1, Change = change, AccountId = null, Email = null, Document = SampleGraduate with { Id = id },
            });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Does something once, when a list of jobs has been read.</summary>
    sealed class AfterJobs(Func<Task> then) : DbCommandInterceptor
    {
        public bool Happened { get; private set; }

        public override async ValueTask<InterceptionResult> DataReaderClosingAsync(
            DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            if (!Happened && command.CommandText.Contains("job_documents", StringComparison.Ordinal))
            {
                Happened = true;
                await then();
            }
            return result;
        }
    }
}
