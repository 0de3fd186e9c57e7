using FsCheck;
using FsCheck.Fluent;
using Talent.Matching.Search;
using static Talent.Matching.Tests.Search.SearchDocuments;

namespace Talent.Matching.Tests.Search;

public sealed class AnyTextTests : IDisposable
{
    readonly SearchDocuments documents = new();

    public void Dispose() => documents.Dispose();

    [Theory]
    [InlineData("\"")]
    [InlineData("\"welder")]
    [InlineData("welder\" OR \"cook")]
    [InlineData("title:welder")]
    [InlineData("NEAR(welder cook, 5)")]
    [InlineData("welder AND NOT")]
    [InlineData("welder* ^cook -nurse + (")]
    [InlineData("'; DROP TABLE job; --")]
    [InlineData("\0welder\0")]
    [InlineData("👩🏽‍🔧🔧 welder")]
    [InlineData("\uD83D welder \uDC00")]
    [InlineData("%s%n{0}")]
    [InlineData("*")]
    [InlineData("\u200F\u202E\uFEFF")]
    public async Task Signs_of_a_query_language_are_only_text(string text)
    {
        await documents.Add(Job("Welder") with { Country = "CN" }, Job("Cook") with { Country = "MY" });

        var page = documents.Index.SearchJobs(new() { Text = text, Today = Today, Countries = ["CN"] }).Page.ShouldNotBeNull();

        page.Items.ShouldAllBe(hit => hit.Job.Country == "CN");
        documents.Index.SearchJobs(new() { Today = Today }).Page!.Total.ShouldBe(2);
    }

    [Fact]
    public async Task Any_text_is_searched_safely_and_within_the_filters()
    {
        await documents.Add([.. Enumerable.Range(0, 40).Select(i => Job($"Welder {i}") with { Country = i % 2 == 0 ? "CN" : "MY" })]);

        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var answer = documents.Index.SearchJobs(new() { Text = text, Today = Today, Countries = ["MY"], Limit = 100 });
            if (text?.Length > QueryCheck.LongestText)
                return answer.Problems.Count == 1;
            return answer.Page!.Items.All(hit => hit.Job.Country == "MY") && answer.Page.Total == answer.Page.Items.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_can_be_indexed_and_shown()
    {
        var indexed = 0;
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            documents.Add(Job(text.Get, "marker " + text.Get)).GetAwaiter().GetResult();
            indexed++;
            var page = documents.Index.SearchJobs(new() { Text = "marker ", Today = Today, Sort = "newest", Limit = 1 }).Page!;
            return page.Total == indexed && page.Items[0].Highlights["description"].Contains(Highlighter.Start, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }
}
