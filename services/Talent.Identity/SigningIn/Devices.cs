namespace Talent.Identity.SigningIn;

/// <summary>What a person recognises a device by.</summary>
static class Devices
{
    // The order matters: browsers name those they descend from.
    static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("MicroMessenger", "WeChat"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>E.g. <c>Firefox, Windows</c>; for another program the beginning of what it calls itself.</summary>
    public static string Label(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
            return "?";
        var browser = Array.Find(Browsers, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
        var system = Array.Find(Systems, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
        if (browser is not null)
            return system is null ? browser : $"{browser}, {system}";
        var first = userAgent.Split(' ', 2)[0];
        return string.Concat(first.Where(sign => !char.IsControl(sign)).Take(60));
    }
}
