using System.Collections.Frozen;

namespace Talent.Taxonomy.Text;

/// <summary>
/// Words that carry no meaning in a search, in folded form. Left out on purpose, as they are also terms of a trade:
/// it (IT), can (CAN bus), os (operating system), mes (manufacturing execution system), go, c, r.
/// </summary>
internal static class StopWords
{
    private const string English = """
        a an and are as at be been but by for from has have he her his i if in into is its of on or our she so such than that
        the their them then there these they this those to was we were which who will with would you your
        """;

    private const string French = """
        au aux avec ce ces cet cette dans de des du elle elles en est et etre eux il ils je la le les leur leurs lui ma mais me
        meme mon ne nos notre nous ou par pas pour qu que qui sa sans se ses son sont sous sur ta te tu un une vos votre vous
        """;

    private const string SpanishPortuguese = """
        al con como cual del e el ella ellas ellos entre era es esa ese eso esta este esto estos estas fue la las lo los mas
        mi muy ni nuestra nuestro o para pero por que se ser si sin sobre su sus tambien una unas uno unos y ya
        ao aos com da das dele depois do dos ela elas eles em foi isso isto mesmo meu minha na nao nas no nos nossa nosso num numa
        ou pela pelas pelo pelos quando sao sem seu seus sua suas tem uma umas um uns voce
        """;

    private const string Russian = """
        а без бы был была были было быть в вам вас во вот все всех вы где да для до его ее если есть еще же за и из или им их
        к как ко ли мы на над нам нас не него ней нет ни но о об он она они оно от по под при про с со так также то тоже только
        у уже что чтобы эта эти это этот я
        """;

    private const string Arabic = """
        و في من على الى عن مع او ان هذا هذه ذلك تلك التي الذي ما لا لم لن كل بعد قبل بين عند قد هو هي هم كان كانت كما اي ثم حتى
        """;

    /// <summary>Function characters that end a run of Han characters, so that no bigram spans them.</summary>
    internal const string HanBreaks = "的了和与及或与等";

    private static readonly FrozenSet<string> Words =
        string.Join(' ', English, French, SpanishPortuguese, Russian, Arabic)
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(TextAnalysis.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static bool Contains(ReadOnlySpan<char> word) => word.Length <= 8 && Lookup.Contains(word);

    /// <summary>What is left of a word before an apostrophe: l'usine, d'eau, qu'il, jusqu'à.</summary>
    internal static bool IsElided(ReadOnlySpan<char> word) =>
        word is "l" or "d" or "m" or "n" or "s" or "t" or "j" or "c" or "qu" or "jusqu" or "lorsqu";

    /// <summary>What is left of a word after an apostrophe: driver's, don't, we'll.</summary>
    internal static bool IsContraction(ReadOnlySpan<char> word) =>
        word is "s" or "t" or "d" or "m" or "ll" or "re" or "ve";
}
