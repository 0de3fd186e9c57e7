#pragma warning disable
namespace Talent.Taxonomy;
public sealed record Concept(string Uri, string Kind, Dictionary<string,string> Labels)
{ public string Label(string l) => Labels.GetValueOrDefault(l) ?? Labels["en"]; }
public sealed record ConceptMatch(Concept Concept, double Confidence, string Label);
public sealed class Taxonomy
{
    public static Taxonomy Default { get; } = new();
    readonly List<Concept> all;
    Taxonomy()
    {
        all = [ new("https://t.example/skill/plc-programming","skill",new(){["en"]="PLC programming",["zh"]="PLC编程",["ru"]="программирование ПЛК"}),
          new("https://t.example/skill/robot-welding","skill",new(){["en"]="Robot welding",["zh"]="机器人焊接",["ar"]="اللحام الروبوتي"}) ];
        for (var i = 0; i < 400; i++) all.Add(new($"https://t.example/skill/s{i}", "skill", new(){["en"]=$"skillword{i} craft"}));
    }
    public Concept? Find(string uri) => all.Find(c => c.Uri == uri);
    public IReadOnlyList<Concept> Concepts => all;
    public IReadOnlyList<ConceptMatch> Annotate(string text) => [.. all.SelectMany(c => c.Labels.Values.Where(l => text.Contains(l, StringComparison.OrdinalIgnoreCase)).Select(l => new ConceptMatch(c,1,l)))];
    public IReadOnlyList<ConceptMatch> Suggest(string prefix, string language, string? kind, int limit) => [.. all.SelectMany(c => c.Labels.Values.Where(l => l.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(l => new ConceptMatch(c,1,l))).Take(limit)];
    public IReadOnlyList<ConceptMatch> Nearest(string text, int limit) => [];
}
