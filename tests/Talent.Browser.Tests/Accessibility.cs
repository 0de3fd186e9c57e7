using System.Text.Json;
using Microsoft.Playwright;
using Talent.Testing;

namespace Talent.Browser.Tests;

/// <summary>Holds a page against WCAG 2.2 A and AA with axe-core, as far as a machine can.</summary>
static class Accessibility
{
    static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(Repository.PathOf("web/Talent.Web/node_modules/axe-core/axe.min.js")));

    const string Run = """
        async () => {
          // A colour on its way from light to dark is neither. Not awaited: a page that nobody paints may never get there.
          for (const animation of document.getAnimations())
            if (animation.effect.getComputedTiming().endTime === Infinity) animation.cancel(); else animation.finish();
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const result = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
          return JSON.stringify(result.violations.flatMap(violation => violation.nodes.map(node =>
            `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`)));
        }
        """;

    /// <summary>What is wrong, one line for each element; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe.Value);
        return JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Run))!;
    }
}
