using System.Globalization;

namespace Talent.Platform.Reference;

/// <summary>The currencies of ISO 4217 in circulation: no funds, precious metals or test codes.</summary>
/// <remarks>Minor digits follow ISO 4217, names Unicode CLDR.</remarks>
public static class Currencies
{
    static readonly ReferenceTable Table = ReferenceTable.Load("currencies.tsv", namesAt: 2);

    /// <summary>All codes, in no particular order.</summary>
    public static IReadOnlyCollection<string> Codes => Table.Codes;

    /// <summary>True for an active ISO 4217 code in capitals.</summary>
    public static bool IsKnown(string? code) => Table.IsKnown(code);

    /// <summary>The code for a code in any case, a name in any of the platform's languages, or a usual name such as
    /// <c>RMB</c> or <c>人民币</c>; null when the text is none or could be several (<c>$</c>, <c>dollar</c>).</summary>
    public static string? Resolve(string? text) => Table.Resolve(text);

    /// <summary>The name in the culture's language (zh, ru, pt, ar, fr, es; else English); an unknown code as it
    /// is.</summary>
    public static string Name(string code, CultureInfo culture) => Table.Name(code, culture);

    /// <summary>Digits after the decimal point: 0, 2 or 3.</summary>
    /// <exception cref="ArgumentException">The code is unknown.</exception>
    public static int MinorDigits(string code) => Table.IsKnown(code)
        ? int.Parse(Table.Cell(code, 1), CultureInfo.InvariantCulture)
        : throw new ArgumentException($"{code} is no active ISO 4217 code.", nameof(code));

    /// <summary>The codes whose code or name is nearest to the text, best first; may be empty.</summary>
    public static IReadOnlyList<string> Suggest(string? text, int limit = 3) => Table.Suggest(text, limit);
}
