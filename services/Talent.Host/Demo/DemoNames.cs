namespace Talent.Host.Demo;

/// <summary>Common given and family names of a country. An entry is the name, or <c>native|latin</c> where the native
/// script is another.</summary>
/// <param name="Order">Which parts a full name has, e.g. <c>given family</c>.</param>
/// <param name="FemaleEnding">What a woman's family name in -ов, -ев, -ин adds, as <c>native|latin</c>.</param>
sealed record DemoNames(
    string Order, IReadOnlyList<string> Female, IReadOnlyList<string> Male, IReadOnlyList<string> Family,
    string? FemaleEnding = null)
{
    /// <summary>A full name in its own script, and its given and last family name in Latin letters.</summary>
    public (string Name, string Given, string Family) Compose(DemoRandom random)
    {
        var female = random.Chance(46);
        var given = random.Pick(female ? Female : Male).Split('|');
        // Nobody is called Hassan Hassan, or Silva Silva.
        var taken = new List<string[]> { given };
        foreach (var _ in Order.Split(' ').Where(part => part == "family"))
            taken.Add(FamilyName(random, female, taken));
        var native = string.Join(' ', taken.Skip(1).Select(family => family[0]));
        var name = (Order.StartsWith("family", StringComparison.Ordinal), HasIdeographs(native)) switch
        {
            (true, true) => native + given[0],
            (true, false) => $"{native} {given[0]}",
            _ => $"{given[0]} {native}",
        };
        return (name, given[^1], taken[^1][^1]);
    }

    string[] FamilyName(DemoRandom random, bool female, List<string[]> taken)
    {
        string[] parts;
        do
            parts = random.Pick(Family).Split('|');
        while (taken.Exists(other => other[0] == parts[0]));
        if (!female || FemaleEnding is null || !TakesEnding(parts[0]))
            return parts;
        var ending = FemaleEnding.Split('|');
        return [parts[0] + ending[0], parts[^1] + ending[^1]];
    }

    static bool TakesEnding(string family) =>
        family.EndsWith("ов", StringComparison.Ordinal) || family.EndsWith("ев", StringComparison.Ordinal)
        || family.EndsWith("ин", StringComparison.Ordinal);

    static bool HasIdeographs(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');
}
