using System.Globalization;
using Talent.Contracts.Placements;
using Talent.Contracts.Platform;

namespace Talent.Web.Clients;

/// <summary>Applications, interviews, offers and the placements they become.</summary>
internal sealed class PlacementsClient(HttpClient http)
{
    const string Root = "/api/v1/placements";

    public Task<PlacementPage> ListAsync(PlacementQuery query, int limit, CancellationToken cancel) =>
        http.GetAsync<PlacementPage>(Root + ApiCalls.Query(
            [.. query.Values(), ("limit", limit.ToString(CultureInfo.InvariantCulture))]), cancel);

    public Task<CalendarFeed> CalendarFeedAsync(CancellationToken cancel) => http.GetAsync<CalendarFeed>($"{Root}/calendar", cancel);

    public Task<ApiResult<CalendarFeed>> RenewCalendarFeedAsync(CancellationToken cancel) =>
        http.AskAsync<CalendarFeed>($"{Root}/calendar", null, cancel);

    public Task<Placement> GetAsync(Guid id, CancellationToken cancel) => http.GetAsync<Placement>($"{Root}/{id}", cancel);

    public Task<Answering> AnsweringAsync(Guid organisation, CancellationToken cancel) =>
        http.GetAsync<Answering>($"{Root}/answering/{organisation}", cancel);

    public Task<ApiResult<Placement>> ApplyAsync(ApplicationInput input, CancellationToken cancel) =>
        http.AskAsync<Placement>($"{Root}/applications", ApiCalls.Json(input), cancel);

    /// <param name="deed"><c>advance</c>, <c>reject</c>, <c>withdraw</c>, <c>undo</c>, <c>end</c> or <c>notes</c>.</param>
    /// <param name="input">The deed's input; null where it has none.</param>
    public Task<ApiProblem?> MoveAsync(Guid id, string deed, object? input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/applications/{id}/{deed}", Body(input), cancel);

    /// <summary>The same step for several.</summary>
    public Task<ApiResult<BulkMoveResult>> MoveManyAsync(BulkMoveInput input, CancellationToken cancel) =>
        http.AskAsync<BulkMoveResult>($"{Root}/applications/moves", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> KeepPermitAsync(Guid id, PermitInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Put, $"{Root}/{id}/permit", Body(input), cancel);

    public Task<ApiProblem?> FollowUpAsync(Guid id, FollowUpInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/{id}/follow-ups", Body(input), cancel);

    /// <summary>When both sides are at work in the days to come.</summary>
    /// <param name="zone">Null: the job's.</param>
    public Task<SharedHours> SharedHoursAsync(Guid id, string? zone, int days, CancellationToken cancel) =>
        http.GetAsync<SharedHours>($"{Root}/interviews/hours" + ApiCalls.Query(("application", id.ToString()),
            ("zone", zone), ("days", days.ToString(CultureInfo.InvariantCulture))), cancel);

    public Task<ApiProblem?> ProposeAsync(InterviewInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/interviews", Body(input), cancel);

    /// <param name="deed"><c>book</c>, <c>move</c> or <c>cancel</c>.</param>
    public Task<ApiProblem?> ChangeInterviewAsync(Guid id, string deed, object input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/interviews/{id}/{deed}", Body(input), cancel);

    public Task<ApiProblem?> ScoreAsync(Guid id, ScorecardInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Put, $"{Root}/interviews/{id}/scorecard", Body(input), cancel);

    /// <summary>The address of an interview for a calendar program.</summary>
    public static string CalendarOf(Guid interview) => $"{Root}/interviews/{interview}.ics";

    public Task<OfferTemplate> OfferTemplateAsync(Guid id, CancellationToken cancel) =>
        http.GetAsync<OfferTemplate>($"{Root}/offers/template?application={id}", cancel);

    public Task<ApiResult<Offer>> OfferAsync(OfferInput input, CancellationToken cancel) =>
        http.AskAsync<Offer>($"{Root}/offers", ApiCalls.Json(input), cancel);

    /// <param name="deed"><c>accept</c>, <c>decline</c> or <c>withdraw</c>.</param>
    public Task<ApiProblem?> AnswerOfferAsync(Guid offer, string deed, object input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/offers/{offer}/{deed}", Body(input), cancel);

    /// <summary>The caller's consents to apply on behalf, newest first.</summary>
    public Task<Page<Consent>> ConsentsAsync(CancellationToken cancel) =>
        http.GetAsync<Page<Consent>>($"{Root}/consents?limit=100", cancel);

    static HttpContent? Body(object? input) => input is null ? null : ApiCalls.Json(input);
}
