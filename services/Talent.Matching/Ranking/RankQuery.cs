using System.Globalization;
using Talent.Contracts.Graduates;
using Talent.Contracts.Matching;

namespace Talent.Matching.Ranking;

/// <summary>Which part of a ranking is asked for, and for whom.</summary>
/// <param name="Today">The day for which rules on dates and working hours are asked, UTC.</param>
internal sealed record RankQuery(DateOnly Today)
{
    /// <summary>How many to return, 1 or more.</summary>
    public int Limit { get; init; } = 20;
    /// <summary>Where the page before ended; null: from the first.</summary>
    public RankCursor? After { get; init; }
    /// <summary>BCP 47 language of labels, notes and blockers.</summary>
    public string Language { get; init; } = "en";
    /// <summary>True to rank hidden profiles too: for their own college, never for employers.</summary>
    public bool IncludeHidden { get; init; }
    /// <summary>Leaves out candidates (graduates or jobs) for which it is false; called for each retrievable one.</summary>
    public Func<Guid, bool>? Only { get; init; }
    /// <summary>How many candidates that no rule blocks are ranked at most; the best by the additive weights.</summary>
    public int EligibleDepth { get; init; } = 1000;
    /// <summary>How many blocked candidates follow them at most.</summary>
    public int BlockedDepth { get; init; } = 200;
}

/// <summary>A place in a ranking: after this candidate. It stays meaningful when others come, go or change.</summary>
internal sealed record RankCursor(bool Eligible, double Score, Guid Id)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Eligible ? 'e' : 'b')}{BitConverter.DoubleToInt64Bits(Score):x16}{Id:n}");

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string? text, out RankCursor? cursor)
    {
        cursor = null;
        if (text is not { Length: 49 } || text[0] is not ('e' or 'b')) return false;
        if (!long.TryParse(text.AsSpan(1, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            || !Guid.TryParseExact(text.AsSpan(17), "n", out var id)) return false;
        cursor = new RankCursor(text[0] == 'e', BitConverter.Int64BitsToDouble(bits), id);
        return double.IsFinite(cursor.Score);
    }
}

/// <summary>A ranked candidate before its document is put beside it.</summary>
internal sealed record RankedMatch : RankedItem
{
    public RankedGraduate With(GraduateView graduate) => new()
    {
        Id = Id,
        Score = Score,
        Raw = Raw,
        Rank = Rank,
        Eligible = Eligible,
        Blockers = Blockers,
        Contributions = Contributions,
        Gaps = Gaps,
        Graduate = graduate,
    };

    public RankedJob With(JobSummary job) => new()
    {
        Id = Id,
        Score = Score,
        Raw = Raw,
        Rank = Rank,
        Eligible = Eligible,
        Blockers = Blockers,
        Contributions = Contributions,
        Gaps = Gaps,
        Job = job,
    };
}
