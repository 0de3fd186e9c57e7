using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Talent.Web.Layout;

/// <summary>The stylesheet, script and icons, embedded by the build. The address of each carries a hash of its content,
/// so that browsers may keep it for ever.</summary>
internal static class WebAssets
{
    static readonly FrozenDictionary<string, Asset> ByName =
        new[] { "app.css", "app.js", "live.js", "kanban.js", "charts.js", "icons.svg", "logo.svg" }.Select(Load)
            .ToFrozenDictionary(asset => asset.Name);

    static readonly FrozenDictionary<string, Asset> ByFile =
        ByName.Values.ToFrozenDictionary(asset => asset.File, StringComparer.Ordinal);

    /// <summary>The address of an asset, e.g. <c>app.css</c>.</summary>
    public static string Url(string name) => $"/assets/{ByName[name].File}";

    public static IResult Get(string file, HttpContext http)
    {
        if (!ByFile.TryGetValue(file, out var asset))
            return Results.NotFound();
        var (encoding, bytes) = asset.For(http.Request.Headers.AcceptEncoding.ToString());
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
        return Results.Bytes(bytes, asset.ContentType);
    }

    static Asset Load(string name)
    {
        var plain = Read(name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        var dot = name.LastIndexOf('.');
        return new Asset(name, $"{name[..dot]}.{hash}{name[dot..]}", ContentType(name), plain, Read(name + ".br"),
            Read(name + ".gz"));
    }

    internal static byte[] Read(string name)
    {
        using var stream = typeof(WebAssets).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The build did not embed {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };

    sealed record Asset(string Name, string File, string ContentType, byte[] Plain, byte[] Brotli, byte[] Gzip)
    {
        public (string? Encoding, byte[] Bytes) For(string accepted) =>
            accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? ("br", Brotli)
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? ("gzip", Gzip)
            : (null, Plain);
    }
}
