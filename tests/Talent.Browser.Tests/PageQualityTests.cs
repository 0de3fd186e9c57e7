namespace Talent.Browser.Tests;

/// <summary>The pages before and around an account.</summary>
public sealed class PageQualityTests(Installation installation)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_for_everyone(string language) => new PageChecks(installation).CheckAsync(
        language, null, "", "/jobs", "/jobs?q=welding&country=ZA", "/jobs?q=zzzz", "/sign-in", "/nowhere", "@.job-title a");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_for_getting_an_account(string language) => new PageChecks(installation).CheckAsync(
        language, null, "/register", "/register?as=employer", "/register/sent", "/forgot", "/verify?token=none",
        "/reset?token=none", "/set-up?token=none");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_an_account_and_its_organisation(string language) => new PageChecks(installation).CheckAsync(
        language, "employer", "/account", "/account/security", "/account/second-factor", "/account/recovery-codes",
        "/account/notifications", "/calendar", "/inbox",
        "/act", "/organisations/new", "/organisation", "/organisation/members", "/organisation/keys", "/organisation/audit",
        "/employer/jobs/first");
}

/// <summary>The pages of the roles; beside the others, which run at the same time.</summary>
public sealed class RolePageQualityTests(Installation installation)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_the_office(string language) => new PageChecks(installation).CheckAsync(
        language, "office", "/office?state=verified", "@tbody th a", "/organisation", "/office/board", "/office/placements",
        "/today");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_an_employer(string language) => new PageChecks(installation).CheckAsync(
        language, "employer", "/employer", "/employer/import", "/today", "@.row-action a[href*=candidates]",
        "/employer/placements");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Forms_of_an_employer(string language) => new PageChecks(installation).CheckAsync(
        language, "employer", "/employer/jobs/new", "@tbody th a");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_a_coordinator(string language) => new PageChecks(installation).CheckAsync(
        language, "coordinator", "/coordinator", "@tbody th a", "/coordinator/import", "/coordinator/enrol");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Boards_of_a_coordinator(string language) => new PageChecks(installation).CheckAsync(
        language, "coordinator", "/coordinator/board", "/coordinator/placements", "/coordinator/placements?q=zzzz", "/today");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_a_graduate(string language) => new PageChecks(installation).CheckAsync(
        language, "graduate", "/graduate", "@.ranked h3 a", "/graduate/profile", "/graduate/applications",
        "/graduate/consents", "/today");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_a_placement(string language) => new PageChecks(installation).CheckAsync(
        language, "office", "/office/placements?stage=applied@tbody a[href*='/placements/']",
        "/office/placements?stage=interview@tbody a[href*='/placements/']",
        "/office/placements?stage=lasting@tbody a[href*='/placements/']",
        "/office/placements?stage=offer@tbody a[href*='/placements/']@a[href*='/offers/']");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Forms_of_a_placement(string language) => new PageChecks(installation).CheckAsync(
        language, "employer",
        Shortlisted, Shortlisted + "@a[href$='/interviews/new']",
        "/employer/placements?stage=interview@#board a[href*='/placements/']@a[href$='/offers/new']");

    /// <summary>The employer's placement that stands longest on the shortlist.</summary>
    const string Shortlisted = "/employer/placements?stage=shortlisted@#board a[href*='/placements/']";
}
