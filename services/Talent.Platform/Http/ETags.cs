using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Talent.Platform.Http;

/// <summary>Optimistic concurrency: a resource's version is its ETag, and a change must say which version it is of.</summary>
public static class ETags
{
    /// <summary>The entity tag of a version: <c>"3"</c>.</summary>
    public static string Of(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Null when <c>If-Match</c> names <paramref name="version"/>; else 428 (header missing) or 412 (the
    /// resource has changed meanwhile).</summary>
    public static ProblemHttpResult? Mismatch(HttpRequest request, int version)
    {
        var wanted = request.Headers.IfMatch.ToString();
        if (wanted.Length == 0)
            return Problems.Of(
                StatusCodes.Status428PreconditionRequired, "if-match-required",
                ProblemTexts.Of("if-match-required"));
        // A proxy that compresses weakens the tag (W/"3"); the version it names is the same.
        return wanted == "*" || wanted.Split(',', StringSplitOptions.TrimEntries)
                .Any(tag => tag == Of(version) || tag == "W/" + Of(version))
            ? null
            : Problems.Of(
                StatusCodes.Status412PreconditionFailed, "changed-meanwhile",
                ProblemTexts.Of("changed-meanwhile", Of(version)));
    }
}
