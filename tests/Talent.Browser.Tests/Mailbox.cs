using System.Text.RegularExpressions;
using Talent.Testing;

namespace Talent.Browser.Tests;

/// <summary>The folder into which an installation without a mail server drops its mails.</summary>
static class Mailbox
{
    /// <summary>The address of a link in the newest mail to somebody, e.g. of kind <c>verify</c>; waits for it.</summary>
    public static async Task<string> LinkAsync(string dataFolder, string to, string kind)
    {
        string? link = null;
        await Eventually.ShouldAsync(() => Task.FromResult((link = Find(dataFolder, to, kind)) is not null), $"a mail to {to}");
        return link!;
    }

    static string? Find(string dataFolder, string to, string kind)
    {
        var folder = Path.Combine(dataFolder, "mail");
        if (!Directory.Exists(folder))
            return null;
        var pattern = new Regex($@"http://\S+(?<path>/\w\w/{kind}\?token=[\w-]+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        return Directory.EnumerateFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal).Select(File.ReadAllText)
            .Where(mail => mail.Contains($"To: {to}", StringComparison.Ordinal)).Select(mail => pattern.Match(mail))
            .FirstOrDefault(match => match.Success)?.Groups["path"].Value;
    }
}
