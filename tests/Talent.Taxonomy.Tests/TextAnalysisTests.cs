using FsCheck;
using FsCheck.Fluent;
using Talent.Taxonomy.Text;

namespace Talent.Taxonomy.Tests;

public class TextAnalysisTests
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "9", " ", ".", "+", "#", "'", "’", "\ud83d", "\ude00", "\ud842\udfb7", "\ud835\udc00", "\u0306", "и", "Й", "ё", "é", "e\u0301",
        "ﬁ", "㎏", "½", "的", "机", "器", "カ", "ﾞ", "ก", "ำ", "ة", "أ", "ـ", "\u064b", "٣", "\u200d", "\ufffe", "\uffff", "\0", "`",
        "İ", "ẞ", "ǅ", "각", "\u1100", "\u00a0", "ISO9001", ".NET", "C++", "l'", "\u0345", "ͅ", "ᾳ", "㈱", "ﷺ", "K", "ſ", "\u0f77", "ŉ",
    ];

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static Arbitrary<string> AnyText() => Gen.OneOf(
        Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat),
        Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(unit => (char)unit)).Select(units => new string(units))).ToArbitrary();

    private static string[] Terms(string text) => [.. TextAnalysis.Analyze(text).Select(token => token.Term)];

    [Fact]
    public void Offsets_always_lie_inside_the_text_and_terms_are_never_empty() => Check.One(Thorough, Prop.ForAll(AnyText(), text =>
        TextAnalysis.Analyze(text).Concat(TextAnalysis.Analyze(text, keepStopWords: true)).All(token =>
            token.Start >= 0 && token.Length > 0 && token.Start + token.Length <= text.Length
            && token.Term.Length is > 0 and <= 66)));

    [Fact]
    public void Tokens_come_in_reading_order() => Check.One(Thorough, Prop.ForAll(AnyText(), text =>
    {
        var starts = TextAnalysis.Analyze(text).Select(token => token.Start).ToArray();
        return starts.SequenceEqual(starts.Order());
    }));

    [Fact]
    public void Folding_is_idempotent() => Check.One(Thorough, Prop.ForAll(AnyText(), text =>
    {
        var once = TextAnalysis.Fold(text);
        return string.Equals(TextAnalysis.Fold(once), once, StringComparison.Ordinal);
    }));

    [Fact]
    public void Every_single_code_unit_folds_to_a_fixed_point()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var once = TextAnalysis.Fold("x" + (char)unit + "x");
            TextAnalysis.Fold(once).ShouldBe(once, $"U+{unit:X4}");
        }
    }

    [Fact]
    public void A_folded_text_has_the_same_terms_as_the_original() => Check.One(Thorough, Prop.ForAll(AnyText(), text =>
        Terms(text).SequenceEqual(Terms(TextAnalysis.Fold(text)))));

    [Fact]
    public void A_breve_after_a_plus_is_not_of_the_letter_before_it() => Terms("и+\u0306 2").ShouldBe(Terms("и+ 2"));

    [Theory]
    [InlineData("  Ｔｅｃｈ　Café\t№ 5 ", "tech cafe no 5")]
    [InlineData("Ёлка ещё Йод", "елка еще йод")]
    [InlineData("Лини\u0438\u0306", "линий")]
    [InlineData("Lập trình viên Đà Nẵng", "lap trinh vien da nang")]
    [InlineData("أُسْتَاذَةُ الهندســة إلى", "استاذه الهندسه الي")]
    [InlineData("٣ سنوات, ३, ５Ｇ", "3 سنوات, 3, 5g")]
    [InlineData("Straße Œuvre Łódź İstanbul", "strasse oeuvre lodz istanbul")]
    [InlineData("\ud835\udc00I", "ai")]
    public void Folds_to_the_plain_form(string text, string folded) => TextAnalysis.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("Senior C++, C# and .NET engineers", "senior|c++|c#|.net|engineer")]
    [InlineData("ASP.NET; 5G networks; Ｃ＋＋", "asp|.net|5g|network|c++")]
    [InlineData("ISO 9001", "iso|9001")]
    [InlineData("ISO9001", "iso|9001")]
    [InlineData("IT support, CAN bus, MES", "it|support|can|bus|mes")]
    [InlineData("CO2 ROS2 IPv6", "co2|ros2|ipv6")]
    [InlineData("the driver's licence", "driver|licenc")]
    [InlineData("l’ingénieur d'automatisme", "ingenieur|automatism")]
    [InlineData("工业机器人的编程", "工业|业机|机器|器人|编程")]
    [InlineData("精通PLC与电工", "精通|plc|电工")]
    [InlineData("焊", "焊")]
    [InlineData("ช่าง", "ช่|่า|าง")]
    [InlineData("\ud842\udfb7野家", "\ud842\udfb7野|野家")]
    [InlineData("", "")]
    public void Splits_into_the_expected_terms(string text, string terms) => string.Join('|', Terms(text)).ShouldBe(terms);

    [Theory]
    [InlineData("batteries", "battery")]
    [InlineData("batteries", "batterie")]
    [InlineData("soluções", "solução")]
    [InlineData("materiais", "material")]
    [InlineData("conductores", "conductora")]
    [InlineData("réseaux", "réseau")]
    [InlineData("техников", "техник")]
    [InlineData("программирования", "программирование")]
    [InlineData("промышленного", "промышленный")]
    [InlineData("المهندسين", "مهندس")]
    [InlineData("والبرمجة", "برمجة")]
    public void Inflected_forms_of_a_word_share_a_term(string one, string other) => Terms(one).ShouldBe(Terms(other));

    [Theory]
    [InlineData("plan", "plant")]
    [InlineData("car", "care")]
    [InlineData("glass", "glas")]
    [InlineData("C", "C++")]
    public void Different_words_keep_different_terms(string one, string other) => Terms(one).ShouldNotBe(Terms(other));

    [Fact]
    public void Offsets_point_at_the_original_spelling()
    {
        const string text = "Die ISO9001, ﬁx e\u0301tude 机器人!";
        var spellings = TextAnalysis.Analyze(text).Select(token => text.Substring(token.Start, token.Length));
        spellings.ShouldBe(["Die", "ISO", "9001", "ﬁx", "e\u0301tude", "机器", "器人"]);
    }

    [Fact]
    public void A_lone_surrogate_reads_as_the_replacement_character()
    {
        TextAnalysis.Fold("x\ud800y").ShouldBe("x\ufffdy");
        Terms("x\udc00z").ShouldBe(["x", "z"]);
    }

    [Fact]
    public void Stop_words_stay_when_asked_for()
    {
        TextAnalysis.Analyze("of the 人和", keepStopWords: true).Select(token => token.Term).ShouldBe(["of", "the", "人和"]);
        TextAnalysis.Analyze("of the и для").ShouldBeEmpty();
    }
}
