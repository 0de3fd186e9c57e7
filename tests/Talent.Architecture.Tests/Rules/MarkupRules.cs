using System.Text.RegularExpressions;
using Talent.Architecture.Tests.Model;

namespace Talent.Architecture.Tests.Rules;

/// <summary>What the pages' markup must not hold.</summary>
static partial class MarkupRules
{
    /// <summary>Words stand in resource files, so that every language has them: none between tags, none in an attribute that
    /// is shown or read aloud, none in a parameter that a component shows. Abbreviations in capitals are no words.</summary>
    public static IEnumerable<string> MarkupHoldsNoWords(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.Path.EndsWith(".razor", StringComparison.Ordinal)
        from words in WordsIn(file.Text)
        select $"{file.Path} says {words}";

    /// <summary>Left and right are start and end, so that one stylesheet serves both writing directions.</summary>
    public static IEnumerable<string> StylesNameNoSides(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.Path.EndsWith(".css", StringComparison.Ordinal)
        let rules = StyleComment().Replace(file.Text, "")
        from match in Side().Matches(rules).Concat(FourSides().Matches(rules)
            .Where(match => match.Groups["right"].Value != match.Groups["left"].Value))
        select $"{file.Path} says {match.Value.Trim()}";

    static IEnumerable<string> WordsIn(string razor)
    {
        var markup = CodeBlock().Replace(Remark().Replace(razor, ""), "");
        markup = Unspoken().Replace(Directive().Replace(markup, ""), "");
        // Expressions go first: they hold quotation marks and angle brackets of their own.
        markup = $"<x>{Expression().Replace(Head().Replace(markup, ""), "")}</x>";
        return ShownAttribute().Matches(markup).Concat(BetweenTags().Matches(markup))
            .Select(match => match.Groups["text"].Value.Trim())
            .Where(text => Word().Matches(text).Any(word => word.Value.Any(char.IsLower) || !char.IsAscii(word.Value[0])));
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 30_000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^@code\s*\{.*\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline, 30_000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^@(using|inject|inherits|namespace|implements|attribute|typeparam)\b.*$|<!DOCTYPE html>",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 30_000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"<(?<tag>code|kbd|script|style)\b[^>]*>.*?</\k<tag>>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 30_000)]
    private static partial Regex Unspoken();

    // The heads of statements, and the statements of one line that stand between tags.
    [GeneratedRegex(
        @"@?\b(if|for|foreach|while|switch|using)\s*\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|^\s*(var|case|default|break|continue)\b[^<]*?[;:]\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 30_000)]
    private static partial Regex Head();

    [GeneratedRegex(
        """@\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|@\w[\w.]*(\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|\[(?>[^\[\]]+|(?<open>\[)|(?<-open>\]))*(?(open)(?!))\]|[?!]?\.\w+)*""",
        RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Expression();

    [GeneratedRegex(
        """\b(placeholder|title|alt|aria-label|aria-description|aria-roledescription|label|Title|Text|Label|Help|Lead|Blank|BackText|Description)="(?<text>[^"]*)"|<input[^>]*type="(submit|button|reset)"[^>]*value="(?<text>[^"]*)""",
        RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex ShownAttribute();

    [GeneratedRegex(@"(?<=</?[A-Za-z][^<>]*>)(?<text>[^<>{}]+)(?=<)", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex BetweenTags();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"[\w-]*(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top-left|top-right|bottom-left|bottom-right)\b[\w-]*\s*:|(?<=[{;]\s*)(left|right)\s*:[^;}]*|(text-align|float|clear)\s*:\s*(left|right)\b",
        RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Side();

    // Top, right, bottom, left.
    [GeneratedRegex(
        @"(margin|padding|inset)\s*:\s*[^\s;}]+\s+(?<right>[^\s;}]+)\s+[^\s;}]+\s+(?<left>[^\s;}]+)\s*(?=[;}])", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex FourSides();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 30_000)]
    private static partial Regex StyleComment();
}
