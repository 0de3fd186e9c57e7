using Talent.Matching.Search;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Tests.Search;

public sealed class HighlighterTests
{
    static string Mark(string query, string text, params string[] labels) =>
        new Highlighter(SearchText.Read(query, Catalogue.Default), labels).Fragment(text)
            .Replace(Highlighter.Start, '[').Replace(Highlighter.End, ']');

    [Theory]
    [InlineData("welding", "Arc Welding, weldings and more", "Arc [Welding], [weldings] and more")]
    [InlineData("机器人", "负责工业机器人的调试", "负责工业[机器人]的调试")]
    [InlineData("焊接 ", "焊接、机器人焊接工艺", "[焊接]、机器人[焊接]工艺")]
    [InlineData("اللحام", "خبرة في لحام الأنابيب", "خبرة في [لحام] الأنابيب")]
    [InlineData("сварка ", "Опыт сварки труб", "Опыт [сварки] труб")]
    [InlineData("ação ", "Plano de Ação imediata", "Plano de [Ação] imediata")]
    [InlineData("elec", "An electrician", "An [electrician]")]
    public void Marks_the_words_of_the_original_text(string query, string text, string marked) => Mark(query, text).ShouldBe(marked);

    [Fact]
    public void Marks_a_concepts_label_only_where_it_stands_whole() =>
        Mark("zzz", "Robot arm. Robot welding line.", "Robot welding").ShouldBe("Robot arm. [Robot welding] line.");

    [Fact]
    public void Marks_in_the_source_are_removed_first() =>
        Mark("cook ", $"{Highlighter.End}A co{Highlighter.Start}ok").ShouldBe("A [cook]");

    [Fact]
    public void A_long_text_is_cut_around_the_densest_matches()
    {
        var filler = string.Concat(Enumerable.Repeat("lorem ipsum ", 40));
        var fragment = Mark("crane ", $"{filler}crane {filler}tower crane and harbour crane {filler}");

        fragment.ShouldContain("tower [crane] and harbour [crane]");
        fragment.Replace("[", "").Replace("]", "").Length.ShouldBeLessThanOrEqualTo(Highlighter.FragmentLength);
        fragment.ShouldStartWith("…");
        fragment.ShouldEndWith("…");
    }

    [Fact]
    public void A_chinese_text_without_spaces_is_cut_too()
    {
        var filler = string.Concat(Enumerable.Repeat("负责现场设备维护", 60));
        var fragment = Mark("焊接", $"{filler}焊接{filler}");

        fragment.ShouldContain("[焊接]");
        fragment.Replace("[", "").Replace("]", "").Length.ShouldBeInRange(200, Highlighter.FragmentLength);
    }

    [Fact]
    public void No_surrogate_pair_is_cut()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat("🔧", 300)) + " crane " + string.Concat(Enumerable.Repeat("🔧", 300));
            var fragment = Mark("crane ", text);
            fragment.ShouldContain("[crane]");
            for (var i = 0; i < fragment.Length; i++)
            {
                if (char.IsSurrogate(fragment[i]))
                    char.IsSurrogatePair(fragment, i++).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Without_a_match_the_fragment_is_the_beginning() =>
        Mark("zzz ", new string('a', 50) + " " + new string('b', 400)).ShouldStartWith(new string('a', 50));
}
