namespace Talent.Architecture.Tests;

/// <summary>How a rule's findings become a test's result.</summary>
static class ArchitectureRule
{
    /// <summary>Passes when nothing was found; else names the rule and every finding, one a line.</summary>
    public static void Holds(string rule, IEnumerable<string> findings)
    {
        var found = findings.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (found.Count > 0)
            Assert.Fail($"{rule}\nbut:\n- {string.Join("\n- ", found)}");
    }

    /// <summary>Proves a rule red: it finds exactly these, each finding holding the text given for it.</summary>
    public static void Finds(IEnumerable<string> findings, params string[] expected)
    {
        var found = findings.ToList();
        found.Count.ShouldBe(expected.Length, $"found: {string.Join("; ", found)}");
        foreach (var text in expected)
            found.ShouldContain(finding => finding.Contains(text, StringComparison.Ordinal), $"{text} in {string.Join("; ", found)}");
    }
}
