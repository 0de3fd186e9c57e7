using Talent.Architecture.Tests.Model;
using Talent.Architecture.Tests.Wrong;
using Talent.Architecture.Tests.Wrong.Common;
using Talent.Architecture.Tests.Wrong.Domain;
using static Talent.Architecture.Tests.Rules.TypeRules;

namespace Talent.Architecture.Tests;

public sealed class TypeRulesTests
{
    static readonly IReadOnlyList<Project> Product = [.. Project.All.Where(project => !project.IsTest)];

    [Fact]
    public void A_service_shows_only_its_module() => ArchitectureRule.Holds(
        "A service shows <Name>Module with Add<Name>, Map<Name> and what it consumes, and nothing else",
        Product.Where(project => project.IsService)
            .SelectMany(service => OnlyTheModuleIsPublic(service.ShortName, ServiceTypes.Of(service))));

    [Fact]
    public void A_service_that_shows_more_is_found()
    {
        ArchitectureRule.Finds(OnlyTheModuleIsPublic("Types", [typeof(TypesModule), typeof(PlainEntity)]));
        ArchitectureRule.Finds(
            OnlyTheModuleIsPublic("Types", [typeof(TypesModule), typeof(Leaked)]), "Leaked is public");
        ArchitectureRule.Finds(
            OnlyTheModuleIsPublic("Talkative", [typeof(TalkativeModule)]), "no MapTalkative", "shows Seed");
        ArchitectureRule.Finds(OnlyTheModuleIsPublic("Jobs", [typeof(PlainEntity)]), "no public JobsModule");
    }

    [Fact]
    public void A_component_shows_what_its_parameters_are_made_of_and_no_more() => ArchitectureRule.Finds(
        OnlyTheModuleIsPublic(
            "Types", [typeof(TypesModule), typeof(Card), typeof(CardModel), typeof(CardLine), typeof(Leaked)]),
        "Leaked is public");

    [Fact]
    public void Names_say_something() => ArchitectureRule.Holds(
        "No type is a Manager, Helper, Util, Base, Impl or Dto, and none lies in Common, Shared, Helpers or Utils",
        Product.SelectMany(project => NamesSaySomething(ServiceTypes.Of(project))));

    [Fact]
    public void Names_that_say_nothing_are_found() => ArchitectureRule.Finds(
        NamesSaySomething([typeof(JobManager), typeof(OfferDto), typeof(OfferBase), typeof(Database), typeof(Anything)]),
        nameof(JobManager), nameof(OfferDto), nameof(OfferBase), nameof(Anything));

    [Fact]
    public void Domains_know_no_store_and_no_bus() => ArchitectureRule.Holds(
        "Types in Domain namespaces use no type of the store or the bus",
        Product.SelectMany(project => DomainsKnowNoMachinery(ServiceTypes.Of(project))));

    [Fact]
    public void A_domain_that_knows_the_store_or_the_bus_is_found() => ArchitectureRule.Finds(
        DomainsKnowNoMachinery([typeof(StoredEntity), typeof(SentEntity), typeof(PlainEntity), typeof(OpenlyChanged)]),
        "StoredEntity uses Microsoft.EntityFrameworkCore.DbSet", "SentEntity uses MassTransit.IBus");
}
