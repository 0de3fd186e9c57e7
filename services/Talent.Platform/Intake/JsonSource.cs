using System.Text.Json;

namespace Talent.Platform.Intake;

/// <summary>Takes the items of a JSON array, or of the array <c>items</c> of an object, each on its own.</summary>
static class JsonSource
{
    /// <exception cref="IntakeException">The text is no JSON, too deep, or holds no array.</exception>
    public static JsonElement[] Items(string text, FileLimits limits)
    {
        var options = new JsonDocumentOptions
        {
            MaxDepth = limits.MaxJsonDepth,
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
        };
        try
        {
            using var document = JsonDocument.Parse(text, options);
            return [.. Array(document.RootElement.Clone()).EnumerateArray()];
        }
        catch (JsonException error)
        {
            var place = $"JSON {(error.LineNumber ?? 0) + 1}:{(error.BytePositionInLine ?? 0) + 1}";
            throw new IntakeException(IntakeErrors.NotReadable(place), error);
        }
    }

    public static ImportRow Row(JsonElement item, int number) => item.ValueKind == JsonValueKind.Object
        ? new(number, item, [])
        : new(number, null, [IntakeErrors.NotAnObject()]);

    static JsonElement Array(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items))
            root = items;
        return root.ValueKind == JsonValueKind.Array ? root : throw new IntakeException(IntakeErrors.NotAnArray());
    }
}
