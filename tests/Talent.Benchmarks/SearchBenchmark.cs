using System.Diagnostics;
using System.Globalization;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Matching.Search;
using Talent.Taxonomy;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Benchmarks;

/// <summary>Searches with filters and facets over generated documents: 10,000 jobs, and 10,000 and 100,000 graduates.</summary>
static class SearchBenchmark
{
    static readonly DateOnly Today = new(2026, 11, 20);
    static readonly string[] Languages = ["en", "zh", "ru", "pt", "ar", "fr", "es"];
    static readonly string[] Countries = ["CN", "MY", "RU", "BR", "EG", "FR", "ZA", "IN", "TH", "KZ", "VN", "ID"];
    static readonly Concept[] Skills = [.. Catalogue.Default.Concepts.Where(concept => concept.Kind == ConceptKind.Skill)];
    static readonly Concept[] Occupations = [.. Catalogue.Default.Concepts.Where(concept => concept.Kind == ConceptKind.Occupation)];

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("talent-search-").FullName;
        try
        {
            await JobsAsync(folder, 10_000, output);
            await GraduatesAsync(folder, 10_000, output);
            await GraduatesAsync(folder, 100_000, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task JobsAsync(string folder, int count, TextWriter output)
    {
        var random = new Random(1);
        var path = Path.Combine(folder, $"jobs-{count}.db");
        await FillAsync(path, count, i => IndexBatch.Of([.. Enumerable.Range(0, i).Select(_ => Job(random))]), "jobs", output);
        using var index = Reopen(path, "jobs", output);
        var queries = Enumerable.Range(0, 2000).Select(_ => JobQuery(random)).ToArray();
        Measure(output, "jobs, 20 a page, filters and facets", queries, query => index.SearchJobs(query).Page!.Total);
        output.WriteLine($"  postings in memory: {index.PostingBytes / (double)count:N0} bytes a job");
    }

    static async Task GraduatesAsync(string folder, int count, TextWriter output)
    {
        var random = new Random(2);
        var path = Path.Combine(folder, $"graduates-{count}.db");
        await FillAsync(path, count, i => IndexBatch.Of([.. Enumerable.Range(0, i).Select(_ => Graduate(random))]), "graduates", output);
        using var index = Reopen(path, "graduates", output);
        var queries = Enumerable.Range(0, 2000).Select(_ => GraduateQuery(random)).ToArray();
        var reader = new GraduateReader(standing => standing.Visibility is not "hidden", View);
        Measure(output, $"{count:N0} graduates, 100 a page, filters and facets", queries,
            query => index.SearchGraduates(query, reader).Page!.Total);
        Measure(output, $"{count:N0} graduates, top 200 with filters, no page", queries,
            query => index.FindGraduates(query, reader, 200).Count);
        output.WriteLine($"  postings in memory: {index.PostingBytes / (double)count:N0} bytes a graduate");
    }

    static async Task FillAsync(string path, int count, Func<int, IndexBatch> batch, string what, TextWriter output)
    {
        using var index = EmbeddedIndex.Open(path, Catalogue.Default);
        var watch = Stopwatch.StartNew();
        var generating = TimeSpan.Zero;
        for (var done = 0; done < count; done += 1000)
        {
            var start = watch.Elapsed;
            var documents = batch(Math.Min(1000, count - done));
            generating += watch.Elapsed - start;
            await index.ApplyAsync(documents, done);
        }
        var rate = count / (watch.Elapsed - generating).TotalSeconds;
        output.WriteLine($"{count:N0} {what}: indexed {rate:N0}/s, {new FileInfo(path).Length / 1e6:N0} MB");
    }

    static EmbeddedIndex Reopen(string path, string what, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var index = EmbeddedIndex.Open(path, Catalogue.Default);
        var open = watch.ElapsedMilliseconds;
        index.Warm();
        output.WriteLine($"  {what}: open {open} ms, warm {watch.ElapsedMilliseconds - open} ms");
        return index;
    }

    static void Measure<T>(TextWriter output, string what, T[] queries, Func<T, int> run)
    {
        foreach (var query in queries.AsSpan(0, 200))
            run(query);
        var times = new double[queries.Length];
        var hits = 0L;
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < queries.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            hits += run(queries[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        cpu = Environment.CpuUsage.TotalTime - cpu;
        Array.Sort(times);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what}: p50 {times[times.Length / 2]:F2} ms, p95 {times[times.Length * 95 / 100]:F2} ms, "
            + $"p99 {times[times.Length * 99 / 100]:F2} ms, mean CPU {cpu.TotalMilliseconds / queries.Length:F2} ms, {hits / queries.Length} hits"));
    }

    static T Any<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    // Skills are not asked for evenly: the square makes the first quarter of them three times as frequent as the last half.
    static Concept Skill(Random random) => Skills[(int)(Math.Pow(random.NextDouble(), 2) * Skills.Length)];

    static string Text(Random random, string language, int labels) =>
        string.Join(", ", Enumerable.Range(0, labels).Select(_ => random.Next(2) == 0
            ? Skill(random).Label(language) : Any(random, Occupations).Label(language)));

    static JobNeed Job(Random random)
    {
        var language = Any(random, Languages);
        var occupation = Any(random, Occupations);
        var country = Any(random, Countries);
        return new()
        {
            Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), Version = 1, State = "published",
            OrganisationName = $"Example Works {random.Next(200)}",
            Title = occupation.Label(language), Description = Text(random, language, 12), Language = language,
            Occupation = new(occupation.Label(language), occupation.Uri),
            Skills = [.. Enumerable.Range(0, 6).Select(_ => Skill(random))
                .Select(skill => new SkillNeed(new(skill.Label(language), skill.Uri), 2, random.Next(2) == 0))],
            Mode = Any(random, Vocabulary.Modes), Contract = Any(random, Vocabulary.Contracts), Country = country, Zone = "Etc/UTC",
            Openings = 1, Permit = "own", ReplyWithinDays = 14,
            PayMin = random.Next(10, 50) * 100, Currency = Any<string>(random, ["CNY", "RUB", "BRL"]), PayPeriod = "month",
            ClosesOn = Today.AddDays(random.Next(-2, 90)),
            CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
            PublishedAt = DateTimeOffset.UnixEpoch.AddMinutes(random.Next(30_000_000)),
        };
    }

    static Graduate Graduate(Random random)
    {
        var language = Any(random, Languages);
        var occupation = Any(random, Occupations);
        return new()
        {
            Id = Guid.CreateVersion7(), Version = 1, Name = $"Person {random.Next(10_000)}", Country = Any(random, Countries),
            Zone = "Etc/UTC", Nationality = "CN", Hours = "09:00-18:00",
            Visibility = Any<string>(random, ["masked", "masked", "open", "hidden"]),
            OrganisationId = Guid.CreateVersion7(), OrganisationName = $"Example College {random.Next(100)}",
            Languages = [new(language, "CEFR", "C2", 6, false), new("en", "CEFR", "B1", random.Next(1, 6), false)],
            Education = [new($"Example College {random.Next(100)}", Text(random, language, 1), random.Next(3, 8), Cohort: "2026 A")],
            Skills = [.. Enumerable.Range(0, 7).Select(_ => Skill(random))
                .Select(skill => new SkillLevel(new(skill.Label(language), skill.Uri), random.Next(1, 5), "self"))],
            Occupations = [new(occupation.Label(language), occupation.Uri)],
            Experience = [new(Any(random, Occupations).Label(language), "Example Works", Description: Text(random, language, 4))],
            UpdatedAt = DateTimeOffset.UnixEpoch.AddMinutes(random.Next(30_000_000)),
        };
    }

    static string? Query(Random random) => random.Next(6) switch
    {
        0 => null,
        1 => Any(random, Occupations).Label(Any(random, Languages)),
        2 => Skill(random).Label(Any(random, Languages)) + " " + Skill(random).Label(Any(random, Languages)),
        3 => Skill(random).Label("en")[..4],
        _ => Skill(random).Label(Any(random, Languages)),
    };

    static JobQuery JobQuery(Random random) => new()
    {
        Today = Today, Text = Query(random), Culture = CultureInfo.GetCultureInfo("en"),
        Countries = random.Next(2) == 0 ? [] : [Any(random, Countries), Any(random, Countries)],
        Modes = random.Next(3) == 0 ? ["remote"] : [],
        Contracts = random.Next(4) == 0 ? ["permanent"] : [],
        Skills = random.Next(4) == 0 ? [Skill(random).Uri] : [],
        Sort = Any<string?>(random, [null, null, "newest", "pay", "closing"]),
    };

    static GraduateQuery GraduateQuery(Random random) => new()
    {
        Text = Query(random), Limit = 100, Culture = CultureInfo.GetCultureInfo("en"),
        Countries = random.Next(2) == 0 ? [] : [Any(random, Countries), Any(random, Countries)],
        Languages = random.Next(3) == 0 ? ["en"] : [], MinRank = null,
        Isced = random.Next(3) == 0 ? 5 : null,
        Skills = random.Next(4) == 0 ? [Skill(random).Uri] : [],
    };

    static GraduateView View(Graduate graduate) => new()
    {
        Id = graduate.Id, Access = "masked", DisplayName = "Graduate", Country = graduate.Country, Zone = graduate.Zone,
        Isced = graduate.Isced, Languages = graduate.Languages, Skills = graduate.Skills, Certificates = graduate.Certificates,
    };
}
