namespace Talent.Contracts.Placements;

/// <summary>One placement in a list: an item of <c>GET
/// /placements?job=&amp;cohort=&amp;stage=&amp;q=&amp;sort=&amp;limit=&amp;after=</c>, which shows an employer its
/// own, a graduate their own, a coordinator the college's, the office all.</summary>
public sealed record PlacementItem
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Stage { get; init; }
    public required DateTimeOffset StageSince { get; init; }
    public string? EndReason { get; init; }
    public required string Kind { get; init; }
    public required Guid JobId { get; init; }
    public required string JobTitle { get; init; }
    public required string JobLanguage { get; init; }
    public required string OrganisationName { get; init; }
    public required string JobCountry { get; init; }
    public required Guid GraduateId { get; init; }
    public required string GraduateName { get; init; }
    public required string GraduateCountry { get; init; }
    public string? Cohort { get; init; }
    public required DateTimeOffset AppliedAt { get; init; }
    public DateTimeOffset? ReplyBy { get; init; }
    /// <summary>The next step that somebody owes; null: none.</summary>
    public NextStep? Next { get; init; }
    public string? NextStage { get; init; }
    public DateOnly? StartedOn { get; init; }
}

/// <summary>A step that is owed.</summary>
/// <param name="Code"><c>answer</c>, <c>shortlist</c>, <c>propose-interview</c>, <c>book-interview</c>,
/// <c>interview</c>, <c>score-interview</c>, <c>make-offer</c>, <c>answer-offer</c>, <c>permit</c>, <c>departure</c>, <c>start</c>,
/// <c>follow-up</c>.</param>
/// <param name="Side">Who owes it, one of <see cref="Sides"/>.</param>
/// <param name="DueAt">By when; null: no date.</param>
public sealed record NextStep(string Code, string Side, DateTimeOffset? DueAt, bool Overdue);

/// <summary>A page of placements.</summary>
/// <param name="Stages">How many there are in each stage, over the whole list without its stage filter.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
public sealed record PlacementPage(
    IReadOnlyList<PlacementItem> Items, int Total, IReadOnlyDictionary<string, int> Stages, string? Next);

/// <summary>The board: <c>GET /placements/board?programme=&amp;country=</c> for a coordinator's college or, for the
/// office, all of them.</summary>
/// <param name="Funnel">How many placements ever reached each stage, in order.</param>
/// <param name="Months">By month, oldest first, the last 12.</param>
/// <param name="Countries">Started placements by the country of work.</param>
public sealed record PlacementBoard(
    IReadOnlyList<BoardCohort> Cohorts, IReadOnlyList<StageCount> Funnel, IReadOnlyList<BoardMonth> Months,
    IReadOnlyList<CountryCount> Countries, BoardDue Due, DateTimeOffset At)
{
    /// <summary>The programmes that <c>programme</c> may name.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];
}

/// <param name="College">Whose cohort it is, for the office.</param>
/// <param name="Graduates">Enrolled.</param>
/// <param name="Stages">Graduates by the furthest stage that is open or lasting; <c>none</c>: those without one.</param>
/// <param name="Placed">Graduates who have accepted an offer and whose placement goes on.</param>
/// <param name="Overdue">Placements whose next step is overdue.</param>
/// <param name="Retention">At 1, 3, 6 and 12 months.</param>
public sealed record BoardCohort(
    string Cohort, string? College, int Graduates, IReadOnlyDictionary<string, int> Stages, int Placed, int Overdue,
    IReadOnlyList<Retention> Retention);

/// <summary>Of those whose follow-up of that month was done, how many were at work. Who had left before counts as asked;
/// whose term was over counts nowhere.</summary>
/// <param name="Due">Those who started at least that long ago.</param>
public sealed record Retention(int Month, int AtWork, int Asked, int Due);

public sealed record StageCount(string Stage, int Placements);

/// <param name="Month">First day of the month.</param>
public sealed record BoardMonth(DateOnly Month, int Applications, int Offers, int Accepted, int Started);

/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record CountryCount(string Country, int Placements);

/// <summary>What is owed now.</summary>
/// <param name="Permits">Permits on their way.</param>
/// <param name="Arrivals">Arrivals planned within 30 days.</param>
public sealed record BoardDue(int Overdue, int Permits, int Arrivals, int FollowUps);

/// <summary>Who needs the caller today: an item of <c>GET /placements/today</c>, the most urgent first; at most
/// 100.</summary>
/// <param name="Code">As in <see cref="NextStep"/>, or <c>interview</c> for one today.</param>
public sealed record TodayItem(
    Guid PlacementId, string Code, DateTimeOffset? DueAt, bool Overdue, string GraduateName, string JobTitle,
    string JobLanguage, string OrganisationName, string? Cohort);

/// <summary>How an employer answers applications: <c>GET /placements/answering/{organisation}</c>, for
/// anyone.</summary>
/// <param name="Due">Applications of the last 12 months that were answered or whose time is over.</param>
/// <param name="Answered">Those answered in time.</param>
/// <param name="MedianHours">From application to answer; null under 5 answers.</param>
public sealed record Answering(Guid OrganisationId, int Due, int Answered, double? MedianHours);
