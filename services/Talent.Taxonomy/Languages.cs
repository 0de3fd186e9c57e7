namespace Talent.Taxonomy;

/// <summary>The languages in which every concept has labels, as dense indexes.</summary>
internal static class Languages
{
    internal const int Count = 7;
    internal const int English = 0;

    internal static readonly string[] Codes = ["en", "zh", "ru", "pt", "ar", "fr", "es"];

    /// <summary>The index of a BCP 47 tag by its primary subtag, -1 when it is none of ours.</summary>
    internal static int IndexOf(string? tag)
    {
        if (tag is null || tag.Length < 2 || (tag.Length > 2 && tag[2] is not ('-' or '_'))) return -1;
        for (var i = 0; i < Count; i++)
            if (tag.AsSpan(0, 2).Equals(Codes[i], StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}
