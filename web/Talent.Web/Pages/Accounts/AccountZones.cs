using Talent.Platform.Reference;

namespace Talent.Web.Pages.Accounts;

/// <summary>Time zones of people. A script names the browser's; without one it is UTC until they say otherwise.</summary>
internal static class AccountZones
{
    const string Utc = "Etc/UTC";

    public static readonly IReadOnlyList<(string Code, string Text)> All =
    [
        (Utc, "UTC"),
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/') && Zones.IsKnown(id)
                && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(id => (id, id.Replace('_', ' '))),
    ];

    public static string Or(string? zone) => Zones.IsKnown(zone) ? zone! : Utc;
}
