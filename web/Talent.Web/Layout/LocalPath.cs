namespace Talent.Web.Layout;

/// <summary>Where a person is led on to: an address that came with a request is followed only on this site.</summary>
internal static class LocalPath
{
    const int Longest = 2000;

    /// <summary>True for a path on this site: never <c>//host</c> or <c>/\host</c>, which browsers take for another
    /// site, nor one with a control character, which browsers leave out.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && path.Length <= Longest && (path.Length == 1 || path[1] is not ('/' or '\\'))
        && !path.Any(char.IsControl);

    /// <summary>The path when it is on this site, else the other one.</summary>
    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;
}
