namespace Talent.Contracts.Placements;

/// <summary>How placements came about, told afterwards: the body of <c>POST /placements/histories</c>, which only an
/// installation with demo data has, for the programme office, while there are no placements yet.</summary>
/// <param name="Jobs">How many jobs must be known by now; while there are fewer the answer is 503.</param>
/// <param name="Graduates">Likewise graduates.</param>
/// <param name="Histories">At most 5,000; each is told as far as the steps are possible.</param>
public sealed record HistoriesInput(int Jobs, int Graduates, IReadOnlyList<PlacementHistory> Histories);

/// <summary>One application and what became of it.</summary>
/// <param name="JobExternalId">The enterprise's own id of the job.</param>
/// <param name="GraduateEmail">Names the graduate.</param>
public sealed record PlacementHistory(
    Guid OrganisationId, string JobExternalId, string GraduateEmail, DateTimeOffset AppliedAt,
    IReadOnlyList<HistoryStep> Steps);

/// <summary>One step, made by the side whose step it is.</summary>
/// <param name="Deed"><c>advance</c>, <c>propose-interview</c>, <c>make-offer</c>, <c>accept-offer</c>, <c>reject</c>,
/// <c>withdraw</c>, <c>no-reply</c>, <c>permit</c>, <c>follow-up</c> or <c>end</c>.</param>
/// <param name="Code">Of <c>reject</c> and <c>end</c> the reason, of <c>advance</c> and <c>make-offer</c> the exception, of
/// <c>permit</c> the state.</param>
/// <param name="Month">Of a <c>follow-up</c>.</param>
/// <param name="On">Of a <c>permit</c>: the planned arrival.</param>
public sealed record HistoryStep(
    string Deed, DateTimeOffset At, string? Code = null, int? Month = null, bool? AtWork = null, DateOnly? On = null);

/// <param name="Placements">How many were made.</param>
public sealed record HistoriesTold(int Placements);
