using System.Collections.Concurrent;
using System.Text.Json;
using Talent.Contracts.Jobs;

namespace Talent.Platform.Messaging;

static class MessageTypes
{
    static readonly ConcurrentDictionary<string, Type?> Known = new(StringComparer.Ordinal);

    /// <summary>How messages are written in the outbox.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The contract with that full name.</summary>
    /// <exception cref="InvalidDataException">No such type in Talent.Contracts nor in a test's registered types.</exception>
    public static Type Resolve(string fullName) =>
        Known.GetOrAdd(fullName, static name => typeof(JobNeedChanged).Assembly.GetType(name))
        ?? throw new InvalidDataException($"The contracts know no message {fullName}.");

    public static object Read(string body, Type type) =>
        JsonSerializer.Deserialize(body, type, Json)
        ?? throw new InvalidDataException($"An empty {type.Name} was in the outbox.");

    /// <summary>Lets a message type outside Talent.Contracts be delivered.</summary>
    internal static void Register(Type type) => Known[type.FullName!] = type;
}
