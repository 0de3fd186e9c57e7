using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Web.Tests;

/// <summary>Not a check: serves the pages with canned records so that a person, or a tool, can look at them.
/// Run with <c>-explicit only</c>; it ends when the file it names is deleted.</summary>
public class LookingAtPages
{
    [Fact(Explicit = true)]
    public async Task Serves_until_its_file_is_deleted()
    {
        var file = Path.Combine(Path.GetTempPath(), "talent-web-preview.txt");
        await using var web = new WebServer();
        await web.StartAsync(5199);
        await File.WriteAllLinesAsync(file, Roles.All.Select(role => $"{role} {web.Token(role)}").Prepend(web.Address));
        await Eventually.ShouldAsync(
            () => Task.FromResult(!File.Exists(file)), "somebody has looked", TimeSpan.FromDays(1));
    }
}
