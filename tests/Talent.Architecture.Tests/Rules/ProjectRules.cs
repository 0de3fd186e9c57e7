using Talent.Architecture.Tests.Model;

namespace Talent.Architecture.Tests.Rules;

/// <summary>Who may refer to whom.</summary>
static class ProjectRules
{
    public static IEnumerable<string> ServicesStandOnFoundationsOnly(IReadOnlyList<Project> projects)
    {
        var foundations = projects.Where(project => project.IsFoundation).Select(project => project.Name).ToList();
        return from service in projects
               where service.IsService
               from reference in service.References
               where !foundations.Contains(reference, StringComparer.Ordinal)
               select $"{service.Name} refers to {reference}; it may talk to it by messages and HTTP only";
    }

    /// <summary>Contracts refer to nothing at all, Taxonomy and Platform to contracts at most.</summary>
    public static IEnumerable<string> FoundationsStandOnContractsOnly(IReadOnlyList<Project> projects) =>
        from foundation in projects
        where foundation.IsFoundation
        from reference in foundation.References
        where !string.Equals(reference, "Talent.Contracts", StringComparison.Ordinal)
            || string.Equals(foundation.Name, reference, StringComparison.Ordinal)
        select $"{foundation.Name} refers to {reference}";

    public static IEnumerable<string> ContractsNeedNoPackage(IReadOnlyList<Project> projects) =>
        from project in projects
        where string.Equals(project.Name, "Talent.Contracts", StringComparison.Ordinal)
        from dependency in project.Packages.Concat(project.References)
        select $"{project.Name} refers to {dependency}; whoever takes the contracts would have to take it too";

    public static IEnumerable<string> OnlyTestsReferToTheHost(IReadOnlyList<Project> projects) =>
        from project in projects
        where !project.IsTest && project.References.Contains("Talent.Host", StringComparer.Ordinal)
        select $"{project.Name} refers to Talent.Host";

    public static IEnumerable<string> TheHostHostsEveryService(IReadOnlyList<Project> projects) =>
        from host in projects
        where host.IsHost
        from service in projects
        where service.IsService && !host.References.Contains(service.Name, StringComparer.Ordinal)
        select $"{host.Name} does not refer to {service.Name}";

    public static IEnumerable<string> TheSolutionHasEveryProject(
        IReadOnlyList<Project> projects, IReadOnlyList<string> inSolution) =>
        projects.Select(project => project.Name).Except(inSolution, StringComparer.Ordinal)
            .Select(name => $"{name} is not in Talent.sln");
}
