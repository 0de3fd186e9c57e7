using System.Text.Json;

namespace Talent.Web.Pages.Accounts;

internal static class Passkeys
{
    /// <summary>What a script put into the form; null when it is no JSON.</summary>
    public static JsonElement? Credential(string? json)
    {
        if (json is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
