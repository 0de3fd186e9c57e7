using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Talent.Testing;

/// <summary>Runs a theory on every store: its first parameter is <c>sqlite</c>, then <c>postgres</c>. A store that is not here
/// is a visible skip with its reason.</summary>
/// <param name="more">Values for the parameters after it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StoreDataAttribute(params object?[] more) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Providers.Stores.Select(store => Providers.Row([store], more))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Runs a theory on every bus: its first parameter is <c>local</c>, then <c>rabbitmq</c>.</summary>
/// <inheritdoc cref="StoreDataAttribute" path="/param"/>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BusDataAttribute(params object?[] more) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Providers.Buses.Select(bus => Providers.Row([bus], more))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Runs a theory on every store with every bus: its first two parameters are the store and the bus.</summary>
/// <inheritdoc cref="StoreDataAttribute" path="/param"/>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StoreAndBusDataAttribute(params object?[] more) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from store in Providers.Stores from bus in Providers.Buses select Providers.Row([store, bus], more)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

static class Providers
{
    public static readonly string[] Stores = ["sqlite", "postgres"];
    public static readonly string[] Buses = ["local", "rabbitmq"];

    public static TheoryDataRow Row(string[] providers, object?[] more)
    {
        var reason = providers.Select(Unavailable).FirstOrDefault(reason => reason is not null);
        return new TheoryDataRow([.. providers, .. more]) { Skip = reason };
    }

    static string? Unavailable(string provider) => provider switch
    {
        "postgres" => PostgresServer.Unavailable,
        "rabbitmq" => RabbitServer.Unavailable,
        _ => null,
    };
}
