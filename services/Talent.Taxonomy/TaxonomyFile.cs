using System.Text.Json;

namespace Talent.Taxonomy;

/// <summary>
/// Reads the taxonomy's JSON Lines: a first line with the version, then one concept a line. The file is ours and held by a test,
/// so a defect in it throws.
/// </summary>
internal static class TaxonomyFile
{
    internal const string UriPrefix = "urn:talent:";

    internal static (string Version, Concept[] Concepts) Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        using var head = JsonDocument.Parse(reader.ReadLine() ?? throw new InvalidDataException("The taxonomy file is empty."));
        var concepts = new List<Concept>();
        var relations = new List<(Concept Skill, string[] Essential, string[] Optional)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            var concept = ReadConcept(document.RootElement, concepts.Count);
            concepts.Add(concept);
            if (concept.Kind == ConceptKind.Skill)
                relations.Add((concept, Strings(document.RootElement, "essential"), Strings(document.RootElement, "optional")));
        }

        Relate(concepts, relations);
        return (head.RootElement.GetProperty("version").GetString()!, [.. concepts]);
    }

    private static Concept ReadConcept(JsonElement json, int ordinal)
    {
        var id = json.GetProperty("id").GetString()!;
        var kind = id.StartsWith("occupation:", StringComparison.Ordinal) ? ConceptKind.Occupation : ConceptKind.Skill;
        var isco = json.TryGetProperty("isco", out var code) ? code.GetString() : null;
        var labels = json.GetProperty("labels");
        var all = new string[Languages.Count][];
        for (var i = 0; i < all.Length; i++) all[i] = Strings(labels, Languages.Codes[i]);
        return new Concept(UriPrefix + id, kind, isco, json.GetProperty("field").GetString()!, all, ordinal);
    }

    private static string[] Strings(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var list)) return [];
        var strings = new string[list.GetArrayLength()];
        var i = 0;
        foreach (var item in list.EnumerateArray()) strings[i++] = item.GetString()!;
        return strings;
    }

    private static void Relate(List<Concept> concepts, List<(Concept Skill, string[] Essential, string[] Optional)> relations)
    {
        var byUri = concepts.ToDictionary(concept => concept.Uri, StringComparer.Ordinal);
        var essential = new Dictionary<Concept, List<Concept>>();
        var optional = new Dictionary<Concept, List<Concept>>();
        foreach (var (skill, essentialIds, optionalIds) in relations)
        {
            skill.EssentialFor = Occupations(skill, essentialIds, essential);
            skill.OptionalFor = Occupations(skill, optionalIds, optional);
        }

        foreach (var (occupation, skills) in essential) occupation.EssentialSkills = skills.ToArray().AsReadOnly();
        foreach (var (occupation, skills) in optional) occupation.OptionalSkills = skills.ToArray().AsReadOnly();

        IReadOnlyList<Concept> Occupations(Concept skill, string[] ids, Dictionary<Concept, List<Concept>> reverse)
        {
            var occupations = Array.ConvertAll(ids, id => byUri[UriPrefix + id]);
            foreach (var occupation in occupations)
            {
                if (!reverse.TryGetValue(occupation, out var skills)) reverse[occupation] = skills = [];
                skills.Add(skill);
            }

            return occupations.AsReadOnly();
        }
    }
}
