using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Matching.Search;
using Catalogue = Talent.Taxonomy.Taxonomy;
using static Talent.Matching.Tests.Search.SearchDocuments;

namespace Talent.Matching.Tests.Search;

/// <summary>The index against a plain walk over the same 300 documents.</summary>
public sealed class FacetAndPagingTests : IAsyncLifetime
{
    static readonly string[] Skills = [.. Catalogue.Default.Concepts.Select(concept => concept.Uri)
        .Where(uri => uri.Contains(":skill:", StringComparison.Ordinal)).Take(20)];

    readonly SearchDocuments documents = new();
    readonly Random random = new(20261120);
    readonly List<JobNeed> jobs = [];

    public async ValueTask InitializeAsync()
    {
        jobs.AddRange(Enumerable.Range(0, 300).Select(_ => RandomJob(random, Skills)));
        await documents.Add([.. jobs]);
        // Changes and removals, so that the oracle also holds for postings that were kept up to date in memory.
        Search(new() { Text = "night shift", Today = Today });
        for (var i = 0; i < 60; i++)
        {
            var at = random.Next(jobs.Count);
            jobs[at] = RandomJob(random, Skills) with { Id = jobs[at].Id, Version = jobs[at].Version + 1 };
            var gone = jobs[(at + 1) % jobs.Count];
            jobs.Remove(gone);
            await documents.Add(jobs.Single(job => job.Id == jobs[Math.Min(at, jobs.Count - 1)].Id),
                gone with { Version = gone.Version + 1, State = "closed" });
        }
        await documents.Add([.. jobs]);
    }

    public ValueTask DisposeAsync()
    {
        documents.Dispose();
        return ValueTask.CompletedTask;
    }

    SearchPage<JobHit> Search(JobQuery query)
    {
        var answer = documents.Index.SearchJobs(query);
        return answer.Page.ShouldNotBeNull(string.Join("; ", answer.Problems));
    }

    JobQuery RandomQuery()
    {
        string[] Some(params string[] from) => random.Next(2) == 0 ? [] : [.. from.Where(_ => random.Next(2) == 0)];
        return new()
        {
            Today = Today,
            Text = random.Next(3) == 0 ? null : ((string[])["night", "Kazan", "工厂", "смена"])[random.Next(4)] + " ",
            Countries = Some("CN", "MY", "RU", "US"),
            Modes = Some("onsite", "remote"),
            Contracts = Some("permanent", "internship"),
            Languages = Some("en", "zh"),
            Skills = random.Next(3) == 0 ? [Skills[random.Next(Skills.Length)]] : [],
            Currency = random.Next(3) == 0 ? "CNY" : null,
            Sort = ((string?[])[null, "newest", "pay", "closing"])[random.Next(4)],
            Limit = 100,
        };
    }

    List<JobNeed> Oracle(JobQuery query, string? without = null) =>
    [
        .. jobs.Where(job => job.ClosesOn is null || job.ClosesOn >= Today)
            .Where(job => query.Text is null || $"{job.Title} {job.Description}".Contains(query.Text.Trim(), StringComparison.Ordinal))
            .Where(job => query.Currency is null || job.Currency == query.Currency)
            .Where(job => without == "country" || query.Countries.Count == 0 || query.Countries.Contains(job.Country, StringComparer.Ordinal))
            .Where(job => without == "mode" || query.Modes.Count == 0 || query.Modes.Contains(job.Mode, StringComparer.Ordinal))
            .Where(job => without == "contract" || query.Contracts.Count == 0 || query.Contracts.Contains(job.Contract, StringComparer.Ordinal))
            .Where(job => without == "language" || query.Languages.Count == 0 || query.Languages.Contains(job.Language, StringComparer.Ordinal))
            .Where(job => without == "skill" || query.Skills.All(uri => job.Skills.Any(need => need.Skill.Uri == uri))),
    ];

    static IEnumerable<string> Values(JobNeed job, string facet) => facet switch
    {
        "country" => [job.Country],
        "mode" => [job.Mode],
        "contract" => [job.Contract],
        "language" => [job.Language],
        _ => job.Skills.Select(need => need.Skill.Uri!),
    };

    [Fact]
    public void Hits_and_facets_are_those_of_a_plain_walk()
    {
        for (var round = 0; round < 200; round++)
        {
            var query = RandomQuery();
            var page = Search(query);

            page.Total.ShouldBe(Oracle(query).Count, query.ToString());
            foreach (var (facet, values) in page.Facets)
            {
                var expected = Oracle(query, without: facet).SelectMany(job => Values(job, facet))
                    .CountBy(value => value, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
                foreach (var value in values)
                    value.Count.ShouldBe(expected.GetValueOrDefault(value.Value), $"{facet} {value.Value} {query}");
                values.Count(value => value.Count > 0).ShouldBeInRange(Math.Min(expected.Count, 12), Math.Max(expected.Count, 12));
                values.Select(value => value.Count).ShouldBeInOrder(SortDirection.Descending);
            }
        }
    }

    [Fact]
    public void Pages_neither_repeat_nor_skip_a_hit()
    {
        for (var round = 0; round < 60; round++)
        {
            var query = RandomQuery();
            var whole = new List<Guid>();
            var limit = random.Next(1, 30);
            string? after = null;
            do
            {
                var page = Search(query with { Limit = limit, After = after });
                page.Items.Count.ShouldBe(Math.Min(limit, page.Total - whole.Count));
                whole.AddRange(page.Items.Select(hit => hit.Job.Id));
                after = page.Next;
            }
            while (after is not null);
            whole.Count.ShouldBe(whole.Distinct().Count());
            whole.Order().ShouldBe(Oracle(query).Select(job => job.Id).Order());
            var first = Search(query).Items.Select(hit => hit.Job.Id).ToList();
            first.ShouldBe(whole.Take(100));
        }
    }

    [Fact]
    public void A_cursor_of_another_search_is_refused()
    {
        var next = Search(new() { Today = Today, Limit = 5 }).Next;

        documents.Index.SearchJobs(new() { Today = Today, Limit = 5, After = next, Countries = ["CN"] })
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("unknown-cursor");
    }

    [Fact]
    public async Task Searches_during_writes_see_whole_batches()
    {
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var version = 100; !stop.IsCancellationRequested; version++)
                await documents.Add([.. jobs.Take(40).Select(job => job with { Version = version, Title = $"batch v{version}", Country = "IS" })]);
        });
        await documents.Add([.. jobs.Take(40).Select(job => job with { Version = 99, Title = "batch v99", Country = "IS", ClosesOn = null })]);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 150; i++)
            {
                var page = Search(new() { Text = "batch ", Countries = ["IS"], Today = Today.AddDays(-30), Limit = 100 });
                page.Total.ShouldBe(40);
                page.Items.Select(hit => hit.Job.Title).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
            }
        })).ToArray();
        await Task.WhenAll(readers);
        await stop.CancelAsync();
        await writer;
    }
}
