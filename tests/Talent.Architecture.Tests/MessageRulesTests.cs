using System.Text.Json;
using System.Text.Json.Nodes;
using Talent.Architecture.Tests.Model;
using Talent.Architecture.Tests.Wrong;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Testing;
using static Talent.Architecture.Tests.Rules.MessageRules;

namespace Talent.Architecture.Tests;

public sealed class MessageRulesTests
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly IReadOnlyList<Type> Messages =
        [.. ServiceTypes.Of(typeof(JobNeedChanged).Assembly).Where(IsMessage)];

    public static TheoryData<string> MessageNames => [.. Messages.Select(message => message.FullName!)];

    [Fact]
    public void The_messages_are_found()
    {
        Messages.ShouldContain(typeof(JobNeedChanged));
        Messages.ShouldContain(typeof(GraduateProfileChanged));
        Messages.ShouldNotContain(typeof(JobNeed));
    }

    [Fact]
    public void Messages_are_sealed_records() =>
        ArchitectureRule.Holds("A message is a public sealed record", MessagesAreSealedRecords(Messages));

    [Fact]
    public void A_message_that_is_open_or_no_record_is_found() => ArchitectureRule.Finds(
        MessagesAreSealedRecords([typeof(OpenlyChanged), typeof(Leaked), typeof(JobNeedChanged)]),
        nameof(OpenlyChanged), nameof(Leaked));

    [Fact]
    public void Services_consume_messages_of_the_contracts() => ArchitectureRule.Holds(
        "Consumers take events of Talent.Contracts",
        Project.All.Where(project => project.IsService).SelectMany(service => ConsumersTakeMessages(ServiceTypes.Of(service))));

    [Fact]
    public void A_consumer_of_something_else_is_found() => ArchitectureRule.Finds(
        ConsumersTakeMessages([typeof(RefreshOnOpenlyChanged)]), nameof(OpenlyChanged));

    /// <summary>A changed file is a changed contract: members may come, none may go or change its meaning. With
    /// TALENT_WRITE_GOLDEN=1 the files are written anew.</summary>
    [Theory, MemberData(nameof(MessageNames))]
    public void The_json_of_a_message_is_pinned(string name)
    {
        var message = Messages.Single(type => type.FullName == name);
        var actual = JsonSerializer.Serialize(SampleMessage.Of(message), message, Json) + "\n";
        var path = GoldenFile(message);
        if (Environment.GetEnvironmentVariable("TALENT_WRITE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        File.Exists(path).ShouldBeTrue($"There is no golden file for {name}; write it with TALENT_WRITE_GOLDEN=1");
        actual.ShouldBe(File.ReadAllText(path));
    }

    [Theory, MemberData(nameof(MessageNames))]
    public void A_message_comes_back_from_its_json_as_it_was(string name)
    {
        var message = Messages.Single(type => type.FullName == name);
        var golden = File.ReadAllText(GoldenFile(message));
        var read = JsonSerializer.Deserialize(golden, message, Json);
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, message, Json), JsonNode.Parse(golden)).ShouldBeTrue();
    }

    [Fact]
    public void No_golden_file_is_left_of_a_message_that_went() =>
        Directory.GetFiles(Repository.PathOf("tests/Talent.Architecture.Tests/Golden"))
            .Except(Messages.Select(GoldenFile), StringComparer.Ordinal).ShouldBeEmpty();

    static string GoldenFile(Type message) =>
        Repository.PathOf($"tests/Talent.Architecture.Tests/Golden/{message.Name}.json");
}
