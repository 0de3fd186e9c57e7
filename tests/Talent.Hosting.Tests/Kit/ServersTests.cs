using System.Reflection;
using Npgsql;
using RabbitMQ.Client;
using Talent.Testing;
using Xunit.Sdk;

namespace Talent.Hosting.Tests.Kit;

public sealed class ServersTests
{
    [Fact]
    public async Task A_database_is_empty_and_its_own()
    {
        Skips.When(PostgresServer.Unavailable);
        var one = await PostgresServer.CreateDatabaseAsync();
        var other = await PostgresServer.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(one);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand("CREATE TABLE seen (id int)", connection))
            await create.ExecuteNonQueryAsync();
        (await CountTablesAsync(one)).ShouldBe(1);
        (await CountTablesAsync(other)).ShouldBe(0);
    }

    [Fact]
    public async Task A_virtual_host_keeps_its_queues_to_itself()
    {
        Skips.When(RabbitServer.Unavailable);
        await using var one = await RabbitServer.CreateVirtualHostAsync();
        await using var other = await RabbitServer.CreateVirtualHostAsync();
        await using var connection = await new ConnectionFactory { Uri = one.Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(
            "seen", durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });
        await channel.BasicPublishAsync("", "seen", new byte[] { 1 });

        await Eventually.ShouldAsync(async () =>
            (await one.GetQueuesAsync()).ShouldBe([new QueueState("seen", "quorum", 1, 0)]));
        (await other.GetQueuesAsync()).ShouldBeEmpty();
    }

    [Theory, StoreAndBusData]
    public void Runs_on_every_store_with_every_bus(string store, string bus) =>
        (store, bus).ShouldBeOneOf(
            ("sqlite", "local"), ("sqlite", "rabbitmq"), ("postgres", "local"), ("postgres", "rabbitmq"));

    [Fact]
    public async Task A_store_that_is_not_here_is_skipped_with_its_reason()
    {
        await using var tracker = new DisposalTracker();
        var method = (MethodInfo)MethodBase.GetCurrentMethod()!;
        var rows = await new StoreDataAttribute("more").GetData(method, tracker);
        rows.Select(row => row.GetData()).ShouldBe([["sqlite", "more"], ["postgres", "more"]]);
        rows.Select(row => row.Skip).ShouldBe([null, PostgresServer.Unavailable]);
    }

    static async Task<long> CountTablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
