using Talent.Architecture.Tests.Model;
using static Talent.Architecture.Tests.Rules.ProjectRules;

namespace Talent.Architecture.Tests;

public sealed class ProjectRulesTests
{
    static readonly Project Contracts = new("Talent.Contracts", "services/Talent.Contracts", [], []);
    static readonly Project Platform = new("Talent.Platform", "services/Talent.Platform", ["Talent.Contracts"], []);
    static readonly Project Jobs = new("Talent.Jobs", "services/Talent.Jobs", ["Talent.Platform"], []);
    static readonly Project Web = new("Talent.Web", "web/Talent.Web", ["Talent.Contracts"], []);
    static readonly Project Host = new("Talent.Host", "services/Talent.Host", ["Talent.Jobs", "Talent.Web"], []);

    [Fact]
    public void The_projects_are_found()
    {
        Project.All.ShouldContain(project => project.IsService && project.ShortName == "Jobs");
        Project.All.ShouldContain(project => project.IsService && project.ShortName == "Web");
        Project.All.Count(project => project.IsFoundation).ShouldBe(3);
        Project.All.Count(project => project.IsHost).ShouldBe(1);
        Project.All.ShouldContain(
            project => project.IsHost && project.References.Contains("Talent.Jobs", StringComparer.Ordinal));
    }

    [Fact]
    public void A_service_never_refers_to_another() => ArchitectureRule.Holds(
        "A service refers to Contracts, Platform and Taxonomy only", ServicesStandOnFoundationsOnly(Project.All));

    [Fact]
    public void A_service_that_refers_to_another_is_found() => ArchitectureRule.Finds(
        ServicesStandOnFoundationsOnly(
            [Contracts, Platform, Jobs, Web with { References = ["Talent.Contracts", "Talent.Jobs"] }, Host]),
        "Talent.Web refers to Talent.Jobs");

    [Fact]
    public void A_foundation_never_refers_to_a_service() => ArchitectureRule.Holds(
        "Platform and Taxonomy refer to Contracts at most", FoundationsStandOnContractsOnly(Project.All));

    [Fact]
    public void A_foundation_that_refers_to_a_service_is_found() => ArchitectureRule.Finds(
        FoundationsStandOnContractsOnly([Contracts, Jobs, Platform with { References = ["Talent.Jobs"] }]),
        "Talent.Platform refers to Talent.Jobs");

    [Fact]
    public void Contracts_need_no_package() =>
        ArchitectureRule.Holds("Contracts refer to no package and no project", ContractsNeedNoPackage(Project.All));

    [Fact]
    public void Contracts_with_a_package_are_found() => ArchitectureRule.Finds(
        ContractsNeedNoPackage([Platform with { Packages = ["NodaTime"] }, Contracts with { Packages = ["NodaTime"] }]),
        "Talent.Contracts refers to NodaTime");

    [Fact]
    public void Nothing_but_tests_refers_to_the_host() =>
        ArchitectureRule.Holds("Only tests refer to the host", OnlyTestsReferToTheHost(Project.All));

    [Fact]
    public void A_service_that_refers_to_the_host_is_found() => ArchitectureRule.Finds(
        OnlyTestsReferToTheHost([Host, Jobs with { References = ["Talent.Host"] }]), "Talent.Jobs refers to Talent.Host");

    [Fact]
    public void The_host_can_host_every_service() =>
        ArchitectureRule.Holds("The host refers to every service", TheHostHostsEveryService(Project.All));

    [Fact]
    public void A_service_without_a_host_is_found() => ArchitectureRule.Finds(
        TheHostHostsEveryService([Host with { References = ["Talent.Web"] }, Jobs, Web, Platform]),
        "Talent.Host does not refer to Talent.Jobs");

    [Fact]
    public void The_solution_builds_every_project() => ArchitectureRule.Holds(
        "Every project is in Talent.sln", TheSolutionHasEveryProject(Project.All, Project.InSolution()));

    [Fact]
    public void A_project_outside_the_solution_is_found() => ArchitectureRule.Finds(
        TheSolutionHasEveryProject([Jobs, Web], ["Talent.Jobs"]), "Talent.Web is not in Talent.sln");
}
