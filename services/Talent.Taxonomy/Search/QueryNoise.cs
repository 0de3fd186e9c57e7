using System.Collections.Frozen;
using Talent.Taxonomy.Text;

namespace Talent.Taxonomy.Search;

/// <summary>
/// What people write around a skill or a title without changing which one it is: "senior", "good knowledge of", "熟练掌握".
/// Such a word counts little against a match; it still counts for one when a label has it.
/// </summary>
internal static class QueryNoise
{
    private const string Words = """
        senior junior lead experienced experience skilled skill knowledge good strong basic advanced excellent proficient
        proficiency ability year years level expert fluent intern internship trainee graduate entry required professional
        expérimenté connaissance connaissances bonne maîtrise confirmé débutant stagiaire expérience niveau compétence compétences
        conocimiento conocimientos experiencia experto nivel manejo dominio becario habilidad habilidades conocer
        conhecimento conhecimentos nível domínio pleno sênior estagiário habilidade habilidades noções
        опыт знание владение навык навыки старший младший ведущий стажер уверенный уверенное хорошее умение главный
        خبرة معرفة مهارة مهارات إجادة متدرب جيدة جيد إتقان
        """;

    private static readonly FrozenSet<string> Terms =
        TextAnalysis.Analyze(Words).Select(token => token.Term).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] HanPhrases =
    [
        "熟练掌握", "熟练使用", "熟练操作", "熟悉", "熟练", "精通", "掌握", "了解", "会使用", "具备", "具有",
        "工作经验", "经验", "能力", "初级", "中级", "高级", "资深", "实习生", "相关", "优先",
    ];

    internal static bool IsNoise(string term) => Terms.Contains(term);

    /// <summary>A folded text without the Chinese phrases, which cannot be told by their bigrams.</summary>
    internal static string WithoutHanPhrases(string folded)
    {
        if (!folded.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF')) return folded;
        foreach (var phrase in HanPhrases) folded = folded.Replace(phrase, " ", StringComparison.Ordinal);
        return folded.Trim();
    }
}
