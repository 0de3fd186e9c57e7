using Talent.Architecture.Tests.Model;
using Talent.Testing;
using static Talent.Architecture.Tests.Rules.SourceRules;

namespace Talent.Architecture.Tests;

public sealed class SourceRulesTests
{
    static readonly string[] Places =
        ["services/Talent.Jobs/Domain/Wrong.cs", "services/Talent.Platform/Wrong.cs", "tests/Talent.Jobs.Tests/Wrong.cs"];

    [Fact]
    public void The_sources_are_found()
    {
        SourceFile.All.ShouldContain(file => file.Path == "services/Talent.Host/Program.cs");
        SourceFile.All.ShouldContain(file => file.Path == "run");
        SourceFile.All.ShouldNotContain(file => file.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_platform_reads_which_store_bus_and_index_there_are() =>
        ArchitectureRule.Holds("Only Talent.Platform reads them", OnlyThePlatformReadsProviders(SourceFile.All));

    [Fact]
    public void A_service_that_asks_which_store_it_runs_on_is_found() => ArchitectureRule.Finds(
        OnlyThePlatformReadsProviders(Everywhere("""if (configuration["Talent:Store"] == "sqlite")""")), Places[0] + ":1");

    [Fact]
    public void Domains_name_no_store_and_no_bus() => ArchitectureRule.Holds(
        "Sources in Domain folders name neither the store's nor the bus's namespaces", DomainsNameNoMachinery(SourceFile.All));

    [Fact]
    public void A_domain_that_names_the_store_is_found() => ArchitectureRule.Finds(
        DomainsNameNoMachinery(Everywhere("\nusing Microsoft.EntityFrameworkCore;")), Places[0] + ":2");

    [Fact]
    public void Nothing_sleeps_and_tests_do_not_delay() =>
        ArchitectureRule.Holds("Wait for a condition with a deadline", NothingSleeps(SourceFile.All));

    [Fact]
    public void Sleeping_is_found_everywhere_and_delaying_in_tests() => ArchitectureRule.Finds(
        NothingSleeps(Everywhere(Wrong("Sleeps"))),
        Places[0] + ":1", Places[1] + ":1", Places[2] + ":1", Places[2] + ":2");

    [Fact]
    public void No_failure_is_swallowed() =>
        ArchitectureRule.Holds("A catch says what follows, or why nothing does", NoCatchIsEmpty(SourceFile.All));

    [Fact]
    public void A_swallowed_failure_is_found() => ArchitectureRule.Finds(
        NoCatchIsEmpty([new SourceFile(Places[0], Wrong("Swallows"))]), Places[0] + ":1", Places[0] + ":2");

    [Fact]
    public void Nothing_is_left_for_later() =>
        ArchitectureRule.Holds("Work is done or not begun", NothingIsLeftForLater(SourceFile.All));

    [Fact]
    public void Work_left_for_later_is_found() => ArchitectureRule.Finds(
        NothingIsLeftForLater([new SourceFile(Places[0], "// TO" + "DO: later")]), Places[0]);

    [Fact]
    public void No_machine_and_no_mirror_is_named() =>
        ArchitectureRule.Holds("The tree builds on any machine and from any mirror", NoMachineIsNamed(SourceFile.All));

    [Fact]
    public void A_machine_path_or_a_mirror_is_found() => ArchitectureRule.Finds(
        NoMachineIsNamed(
        [
            new SourceFile("a.sh", "cd " + "/home/" + "someone/talent"),
            new SourceFile("b.md", "see https://talent.example/home/page and jobs/work/1"),
            new SourceFile("web/package-lock.json", "\"resolved\": \"https://mirror.example/npm/a.tgz\""),
        ]),
        "a.sh:1", "web/package-lock.json:1");

    [Fact]
    public void Files_are_short_or_say_why_not()
    {
        var allowed = ReadAllowed(File.ReadLines(Repository.PathOf("tests/Talent.Architecture.Tests/long-files.txt")));
        ArchitectureRule.Holds("A source over 250 lines has its reason in long-files.txt", FilesAreShort(SourceFile.All, allowed));
    }

    [Fact]
    public void A_long_file_a_stale_entry_and_a_missing_reason_are_found()
    {
        SourceFile[] files =
        [
            new("Long.cs", new string('\n', 251)), new("Short.cs", new string('\n', 250)), new("Known.cs", new string('\n', 300)),
            new("Silent.cs", new string('\n', 300)),
        ];
        ArchitectureRule.Finds(
            FilesAreShort(files, ReadAllowed(["# remark", "Known.cs: one table", "Short.cs: was long", "Silent.cs:"])),
            "Long.cs has 251 lines", "names Short.cs", "no reason for Silent.cs");
    }

    static SourceFile[] Everywhere(string text) => [.. Places.Select(place => new SourceFile(place, text))];

    static string Wrong(string name) =>
        File.ReadAllText(Repository.PathOf($"tests/Talent.Architecture.Tests/Wrong/{name}.txt"));
}
