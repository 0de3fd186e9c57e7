using System.Text.RegularExpressions;

namespace Talent.Architecture.Tests.Rules;

/// <summary>What goes over the bus. A message is a type of <c>Talent.Contracts.PUBLISHER</c> named by what has happened: its
/// last word is a past participle (<c>JobNeedChanged</c>, <c>OfferMade</c>, <c>OfferMadeV2</c>).</summary>
static partial class MessageRules
{
    // Words that end like a participle and are none.
    static readonly string[] Nouns = ["Need", "Feed", "Seed", "Speed", "Red"];

    public static bool IsMessage(Type type)
    {
        var word = LastWord().Match(type.Name).Groups["word"].Value;
        return type.Namespace?.StartsWith("Talent.Contracts.", StringComparison.Ordinal) == true
            && Participle().IsMatch(word) && !Nouns.Contains(word, StringComparer.Ordinal);
    }

    public static IEnumerable<string> MessagesAreSealedRecords(IEnumerable<Type> messages) =>
        from message in messages
        where !message.IsSealed || message.GetMethod("<Clone>$") is null || !message.IsPublic
        select $"{message.FullName} is not a public sealed record";

    /// <summary>What a service consumes is a message of the contracts.</summary>
    public static IEnumerable<string> ConsumersTakeMessages(IEnumerable<Type> types) =>
        from type in types
        where !type.IsAbstract
        from face in type.GetInterfaces()
        where face.IsGenericType && face.Name.Equals("IConsumer`1", StringComparison.Ordinal)
        let consumed = face.GetGenericArguments()[0]
        where !IsMessage(consumed)
        select $"{type.FullName} consumes {consumed.FullName}, which is no event of the contracts";

    [GeneratedRegex(@"(?<word>[A-Z][a-z]+)(V\d+)?$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex LastWord();

    [GeneratedRegex("(ed|Made|Sent|Paid|Held|Begun|Withdrawn|Given|Taken|Put|Set|Left|Won|Lost|Met)$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Participle();
}
