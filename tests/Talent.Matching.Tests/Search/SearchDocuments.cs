using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Matching.Search;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Tests.Search;

/// <summary>Documents as the intake would have made them, and an index in a folder of its own.</summary>
sealed class SearchDocuments : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    static readonly string[] Countries = ["CN", "MY", "RU", "BR", "EG", "FR"];
    static readonly string[] TextLanguages = ["en", "zh", "ru", "pt"];
    static readonly string[] Words =
        ["night", "shift", "factory", "maintenance", "robots", "team", "Kazan", "salary", "housing", "harbour", "工厂", "维护", "смена"];

    readonly string folder = Directory.CreateTempSubdirectory("talent-search-").FullName;

    public SearchDocuments() => Index = EmbeddedIndex.Open(File, Catalogue.Default);

    public string File => Path.Combine(folder, "index.db");

    public EmbeddedIndex Index { get; private set; }

    public static string Concept(string label) => Catalogue.Default.Annotate(label)[0].Concept.Uri;

    public void Reopen()
    {
        Index.Dispose();
        Index = EmbeddedIndex.Open(File, Catalogue.Default);
    }

    public void Close() => Index.Dispose();

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public Task Add(params JobNeed[] jobs) => Index.ApplyAsync(IndexBatch.Of(jobs), Index.Position + 1);

    public Task Add(params Graduate[] graduates) => Index.ApplyAsync(IndexBatch.Of(graduates), Index.Position + 1);

    public static JobNeed Job(string title, string description = "", params string[] skills) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = Guid.CreateVersion7(),
        OrganisationName = "Example Works",
        Version = 1,
        State = "published",
        Title = title,
        Description = description,
        Language = "en",
        Skills = [.. skills.Select(text => new SkillNeed(new(text, Concept(text)), 2, true))],
        Mode = "onsite",
        Country = "CN",
        Zone = "Asia/Shanghai",
        Contract = "permanent",
        Openings = 1,
        Permit = "own",
        ReplyWithinDays = 14,
        CreatedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        UpdatedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public static Graduate Graduate(string name, params string[] skills) => new()
    {
        Id = Guid.CreateVersion7(),
        Version = 1,
        Name = name,
        Country = "CN",
        Zone = "Asia/Shanghai",
        Nationality = "CN",
        Skills = [.. skills.Select(text => new SkillLevel(new(text, Concept(text)), 2, "self"))],
        Hours = "09:00-18:00",
        Visibility = "masked",
        UpdatedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public static JobNeed RandomJob(Random random, IReadOnlyList<string> skills)
    {
        T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        return Job(string.Join(' ', Enumerable.Range(0, 4).Select(_ => Any(Words)))) with
        {
            Id = Guid.CreateVersion7(),
            Description = string.Join(' ', Enumerable.Range(0, 30).Select(_ => Any(Words))),
            Country = Any(Countries),
            Language = Any(TextLanguages),
            Mode = Any(Vocabulary.Modes),
            Contract = Any(Vocabulary.Contracts),
            Skills = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Any(skills)).Distinct(StringComparer.Ordinal)
                .Select(uri => new SkillNeed(new("as written", uri), 2, true))],
            PayMin = random.Next(3) == 0 ? null : random.Next(10, 50) * 100,
            Currency = Any<string>(["CNY", "RUB", "BRL"]),
            PayPeriod = Any<string>(["hour", "month", "year"]),
            ClosesOn = random.Next(3) == 0 ? null : Today.AddDays(random.Next(-5, 60)),
            PublishedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(20_000)),
        };
    }
}
