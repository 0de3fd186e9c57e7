using System.Collections.Frozen;
using NodaTime;

namespace Talent.Platform.Reference;

/// <summary>Time zones of the IANA database, as NodaTime carries it.</summary>
public static class Zones
{
    static readonly FrozenSet<string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> IdsByText = DateTimeZoneProviders.Tzdb.Ids
        .GroupBy(ReferenceText.Fold, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    // The city alone is what people misspell, and what they write when they don't know the id.
    static readonly KeyValuePair<string, string>[] Candidates =
    [
        .. IdsByText,
        .. IdsByText.Values.Where(id => id.Contains('/', StringComparison.Ordinal)).Select(id =>
            KeyValuePair.Create(ReferenceText.Fold(id[(id.LastIndexOf('/') + 1)..]), id)),
    ];

    /// <summary>True for an IANA id, links such as <c>Asia/Calcutta</c> included, in its exact spelling.</summary>
    public static bool IsKnown(string? id) => id is not null && Ids.Contains(id);

    /// <summary>The IANA id for an id in any case, with spaces for underscores; null when the text is none. Offsets
    /// (<c>UTC+8</c>) are no zones: they know no daylight saving time.</summary>
    public static string? Resolve(string? text)
    {
        var id = text?.Trim();
        if (id is null || !id.Contains('/', StringComparison.Ordinal))
            return string.Equals(id, "UTC", StringComparison.OrdinalIgnoreCase) ? "Etc/UTC" : null;
        return IsKnown(id) ? id : IdsByText.GetValueOrDefault(ReferenceText.Fold(id));
    }

    /// <summary>The ids nearest to the text, by the whole id or its city, best first; may be empty.</summary>
    public static IReadOnlyList<string> Suggest(string? text, int limit = 3) =>
        ReferenceText.Nearest(text, Candidates, limit);
}
