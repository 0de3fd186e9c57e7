using System.Net;
using System.Net.Http.Json;
using System.Text;
using Talent.Platform.Texts;
using Talent.Testing;

namespace Talent.Jobs.Tests.Needs;

/// <summary>Problems are worded in the language that the reader asks for.</summary>
public sealed class ReaderLanguageTests
{
    [Fact]
    public async Task Each_language_has_its_own_words_for_each_problem()
    {
        await using var app = await JobsApi.StartAsync();
        var problems = new List<ProblemDocument>();
        foreach (var language in TextLanguage.All.Select(language => language.Code))
            problems.AddRange(await ProblemsAsync(app.Employer(language: language), language));
        var same = problems.ToLookup(problem => $"{problem.Status} {problem.Code} {string.Join(' ', problem.Wrong)}", Words);
        same.Count.ShouldBe(6);
        foreach (var words in same)
            words.Distinct(StringComparer.Ordinal).Count().ShouldBe(TextLanguage.All.Count, words.Key);
    }

    [Theory]
    [InlineData("pt-PT,en;q=0.9", null, "Não encontrado")]
    [InlineData("sw,zh;q=0.5", null, "未找到")]
    [InlineData("sw", null, "Not found")]
    [InlineData("en", "ru", "Не найдено")]
    [InlineData("es", "klingon", "No encontrado")]
    public async Task The_language_last_read_on_the_pages_goes_before_the_browsers(string accepted, string? read, string title)
    {
        await using var app = await JobsApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, JobsApi.Path($"/{Guid.Empty}"));
        request.Headers.AcceptLanguage.ParseAdd(accepted);
        if (read is not null)
            request.Headers.Add("Cookie", $"{TextLanguage.Cookie}={read}");
        using var answer = await app.Employer().SendAsync(request);
        (await ProblemDocument.ReadAsync(answer)).Title.ShouldBe(title);
        answer.Headers.Vary.ShouldContain("Accept-Language");
    }

    static async Task<List<ProblemDocument>> ProblemsAsync(HttpClient employer, string language)
    {
        using var unknown = await employer.GetAsync(JobsApi.Path($"/{Guid.Empty}"));
        unknown.Content.Headers.ContentLanguage.ShouldBe([language]);
        // This failure is worded outside the handler, where it was thrown.
        using var json = new StringContent("{ no json", Encoding.UTF8, "application/json");
        using var unreadable = await employer.PostAsync(JobsApi.Jobs, json);
        using var bound = await employer.GetAsync(JobsApi.Path("?mine=perhaps"));
        using var option = await employer.GetAsync(JobsApi.Path("?mine=true&state=asleep"));
        using var input = await employer.PostAsJsonAsync(JobsApi.Jobs, JobsApi.Welder() with { Country = "Atlantis" });
        using var method = await employer.DeleteAsync(JobsApi.Jobs);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var problems = new List<ProblemDocument>();
        foreach (var answer in new[] { unknown, unreadable, bound, option, input, method })
            problems.Add(await ProblemDocument.ReadAsync(answer));
        return problems;
    }

    static string Words(ProblemDocument problem) => string.Join('|',
        [problem.Title, problem.Detail, .. (problem.Errors ?? new Dictionary<string, ProblemField[]>(StringComparer.Ordinal))
            .SelectMany(path => path.Value).Select(error => error.Message)]);
}
