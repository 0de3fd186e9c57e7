using System.Globalization;
using Talent.Contracts.Graduates;
using Talent.Contracts.Matching;
using Talent.Matching.Features.Search;
using Talent.Matching.Search;
using Talent.Platform.Security;
using static Talent.Matching.Tests.Search.SearchDocuments;

namespace Talent.Matching.Tests.Search;

public sealed class GraduateSearchTests : IDisposable
{
    static readonly Guid College = Guid.CreateVersion7();
    static readonly Caller Employer = Someone(Roles.Employer, Guid.CreateVersion7());
    static readonly Caller OwnCoordinator = Someone(Roles.Coordinator, College);
    static readonly Caller OtherCoordinator = Someone(Roles.Coordinator, Guid.CreateVersion7());

    readonly SearchDocuments documents = new();

    public void Dispose() => documents.Dispose();

    static Caller Someone(string role, Guid organisation) =>
        new(Guid.CreateVersion7(), role, "Somebody", "somebody@example.org", organisation, "Example");

    SearchPage<GraduateHit> Find(Caller caller, GraduateQuery query)
    {
        var answer = documents.Index.SearchGraduates(query, GraduateSight.Of(caller));
        return answer.Page.ShouldNotBeNull(string.Join("; ", answer.Problems));
    }

    int Total(Caller caller, string? text) => Find(caller, new() { Text = text }).Total;

    [Fact]
    public async Task Hidden_graduates_are_neither_found_nor_counted_for_employers()
    {
        await documents.Add(
            Graduate("A", "PLC programming") with { Visibility = "hidden", OrganisationId = College, Country = "EG" },
            Graduate("B", "PLC programming"));

        var page = Find(Employer, new() { Text = "PLC programming" });
        page.Total.ShouldBe(1);
        page.Facets["country"].ShouldHaveSingleItem().Value.ShouldBe("CN");
        Total(OwnCoordinator, "PLC programming").ShouldBe(1, "a coordinator finds the own college's graduates, hidden ones too");
        Total(OtherCoordinator, "PLC programming").ShouldBe(0);
    }

    [Theory]
    [InlineData("Quirina")]
    [InlineData("quirin")]
    [InlineData("Quirina Testova")]
    [InlineData("quirina.testova@example.com")]
    public async Task Names_are_searched_only_for_the_graduates_own_college(string text)
    {
        await documents.Add(Graduate("Quirina Testova") with
        {
            OrganisationId = College,
            Email = "quirina.testova@example.com",
            Experience = [new("Fitter", "Example Works", Description: "I, Quirina Testova (quirina.testova@example.com), fitted pumps.")],
        });

        Total(Employer, text).ShouldBe(0);
        Total(OtherCoordinator, text).ShouldBe(0);
        Total(OwnCoordinator, text).ShouldBe(1);
        Total(Employer, "pumps").ShouldBe(1);
    }

    [Fact]
    public async Task A_masked_graduate_is_shown_without_name_and_address()
    {
        await documents.Add(Graduate("Quirina Testova", "PLC programming") with { Email = "q@example.com", OrganisationId = College });

        var view = Find(Employer, new()).Items.ShouldHaveSingleItem().Graduate;
        view.Access.ShouldBe("masked");
        view.DisplayName.ShouldStartWith("#");
        view.Email.ShouldBeNull();
        Find(OwnCoordinator, new()).Items.ShouldHaveSingleItem().Graduate.DisplayName.ShouldBe("Quirina Testova");
    }

    [Fact]
    public async Task Filters_by_language_level_and_education()
    {
        LanguageLevel Speaks(string language, int rank) => new(language, "CEFR", "", rank, false);
        await documents.Add(
            Graduate("A") with { Languages = [Speaks("zh", 3), Speaks("en", 5)], Education = [new("X", Isced: 6)] },
            Graduate("B") with { Languages = [Speaks("zh", 2)], Education = [new("X", Isced: 7)] },
            Graduate("C") with { Languages = [Speaks("en", 6)] });

        Find(Employer, new() { Languages = ["zh"] }).Total.ShouldBe(2);
        Find(Employer, new() { Languages = ["zh"], MinRank = 3 }).Total.ShouldBe(1);
        Find(Employer, new() { Languages = ["zh", "en"] }).Total.ShouldBe(1);
        Find(Employer, new() { Isced = 6 }).Total.ShouldBe(2);
        Find(Employer, new()).Facets["language"].Select(facet => (facet.Value, facet.Count)).ShouldBe([("en", 2), ("zh", 2)]);
    }

    [Fact]
    public async Task A_removed_graduate_is_gone_and_its_place_is_used_again()
    {
        var graduate = Graduate("A", "PLC programming");
        await documents.Add(graduate, Graduate("B", "Robot welding"));
        Total(Employer, "PLC programming").ShouldBe(1);
        await documents.Add(graduate with { Version = 2, Removed = true });
        Total(Employer, "PLC programming").ShouldBe(0);

        await documents.Add(Graduate("C", "Robot welding"));
        Total(Employer, "PLC programming").ShouldBe(0);
        Total(Employer, "Robot welding").ShouldBe(2);
        documents.Reopen();
        Total(Employer, "Robot welding").ShouldBe(2);
        documents.Index.Count.Graduates.ShouldBe(2);
    }

    [Fact]
    public void What_cannot_be_searched_with_is_told() =>
        documents.Index.SearchGraduates(
            new() { Countries = ["ZZ"], Isced = 9, MinRank = 3, Culture = CultureInfo.GetCultureInfo("en") }, GraduateSight.Of(Employer))
            .Problems.Select(problem => $"{problem.Path} {problem.Code}")
            .ShouldBe(["country unknown-country", "isced number-out-of-range", "language required"]);
}
