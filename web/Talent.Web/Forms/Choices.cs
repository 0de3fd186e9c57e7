using Microsoft.Extensions.Localization;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Forms;

/// <summary>The closed lists of the interface, each with its names in the reader's language.</summary>
internal sealed class Choices(IStringLocalizer<Texts> texts)
{
    public static readonly IReadOnlyList<string> Modes = ["onsite", "hybrid", "remote"];
    public static readonly IReadOnlyList<string> Contracts = ["permanent", "fixed", "internship", "order-training"];
    public static readonly IReadOnlyList<string> Permits = ["provided", "assisted", "own", "not-needed"];
    public static readonly IReadOnlyList<string> Periods = ["hour", "month", "year"];
    public static readonly IReadOnlyList<string> Importances = ["required", "preferred"];
    public static readonly IReadOnlyList<string> Visibilities = ["hidden", "masked", "open"];
    public static readonly IReadOnlyList<string> Payers = ["employer", "graduate"];
    public static readonly IReadOnlyList<string> Levels = ["1", "2", "3", "4"];
    public static readonly IReadOnlyList<string> IscedLevels = ["2", "3", "4", "5", "6", "7", "8"];
    public static readonly IReadOnlyList<string> CertificateLevels = ["1", "2", "3", "4", "5"];
    public static readonly IReadOnlyList<string> CertificateSchemes = ["brics-skills-passport", "brics-engineer-passport"];

    /// <summary>Scale and level in one choice, <c>CEFR:B1</c>: nobody can pick a level of the wrong scale.</summary>
    public static readonly IReadOnlyList<(string Code, string Text)> LanguageLevels =
    [
        .. new[] { "A1", "A2", "B1", "B2", "C1", "C2" }.Select(level => ($"CEFR:{level}", $"CEFR {level}")),
        .. Enumerable.Range(1, 9).Select(level => ($"HSK:{level}", $"HSK {level}")),
    ];

    public IEnumerable<(string Code, string Text)> Of(string prefix, IReadOnlyList<string> codes) =>
        codes.Select(code => (code, texts[$"{prefix}_{code}"].Value));

    public static IEnumerable<(string Code, string Text)> Countries => Names.Countries.Select(pair => (pair.Key, pair.Value));

    public static IEnumerable<(string Code, string Text)> Languages => Names.Languages.Select(pair => (pair.Key, pair.Value));

    public static IEnumerable<(string Code, string Text)> Currencies =>
        Names.Currencies.Select(pair => (pair.Key, $"{pair.Key} · {pair.Value}"));
}
