using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Pages.Placements;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Employer;

/// <param name="Counts">How many stand in each stage, whatever stage the address asks for.</param>
/// <param name="News">What became of the last move; null: nothing was moved.</param>
public sealed record KanbanModel(PlacementQuery Query, IReadOnlyList<PlacementItem> Items,
    IReadOnlyDictionary<string, int> Counts, string? Next, IReadOnlyList<JobNeed> Jobs, DateTimeOffset Now,
    KanbanNews? News = null)
{
    public int Total => Counts.Values.Sum();

    /// <summary>The columns shown: all that are not over, or the one stage asked for.</summary>
    public IReadOnlyList<string> Columns => Query.Stage is { } stage ? [stage] : StageOrder.Open;
}

/// <param name="Done">Ids of those that were moved.</param>
/// <param name="Refused">Of each that was not, whom and why.</param>
/// <param name="Form">What was typed, with why nothing was done at all when that is so.</param>
public sealed record KanbanNews(
    IReadOnlyList<Guid> Done, IReadOnlyList<(string Name, string Message)> Refused, FormState Form, bool Undone = false)
{
    public ApiProblem? Problem => Form.Problem;
}

/// <summary>An employer's applications and placements, stage by stage. Cards are moved by buttons, in bulk, or with the
/// mouse by a script that sends the same forms.</summary>
internal static class KanbanPage
{
    const int PageSize = 100;

    public static async Task<IResult> GetAsync(HttpRequest request, PlacementsClient placements, JobsClient jobs,
        TimeProvider clock, CancellationToken cancel) =>
        Show(request, await ReadAsync(request, placements, jobs, clock, cancel));

    /// <summary>Moves one (<c>step=id:stage</c>), takes one back (<c>undo=id</c>), or moves all that were ticked
    /// (<c>do=advance</c> or <c>reject</c>).</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, PlacementsClient placements, JobsClient jobs,
        IStringLocalizer<Texts> texts, TimeProvider clock, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var before = await ReadAsync(request, placements, jobs, clock, cancel);
        var news = values["undo"] is { } undo && Guid.TryParse(undo, out var id)
            ? new KanbanNews([id], [], new FormState(values, await placements.MoveAsync(id, "undo", null, cancel)), Undone: true)
            : await MoveAsync(values, before, placements, texts, cancel);
        var after = await ReadAsync(request, placements, jobs, clock, cancel);
        return Show(request, after with { News = news });
    }

    static async Task<KanbanNews> MoveAsync(FormValues values, KanbanModel before, PlacementsClient placements,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var input = Input(values);
        if (input is not { Ids.Count: > 0 })
            return new KanbanNews([], [], new FormState(values, ApiProblem.Saying(400, texts["Kanban_nobody"])));
        var (result, problem) = await placements.MoveManyAsync(input, cancel);
        if (result is null)
            return new KanbanNews([], [], new FormState(values, problem));
        var names = before.Items.ToDictionary(item => item.Id, item => item.GraduateName);
        return new KanbanNews(
            [.. result.Items.Where(item => item.Done).Select(item => item.Id)],
            [.. result.Items.Where(item => !item.Done)
                .Select(item => (names.GetValueOrDefault(item.Id, ""), item.Message ?? item.Code ?? ""))],
            new FormState(new FormValues()));
    }

    static BulkMoveInput? Input(FormValues values)
    {
        if (values["step"] is { } step)
        {
            return step.Split(':', 2) is [var one, var to] && Guid.TryParse(one, out var id)
                ? new BulkMoveInput([id], "advance", to) : null;
        }
        Guid[] ids = [.. values.All("ids").Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty)];
        return values["do"] == "reject"
            ? new BulkMoveInput(ids, "reject", null, values["reason"], values["comment"])
            : new BulkMoveInput(ids, "advance");
    }

    static async Task<KanbanModel> ReadAsync(HttpRequest request, PlacementsClient placements, JobsClient jobs,
        TimeProvider clock, CancellationToken cancel)
    {
        var query = PlacementQuery.Of(request.Query);
        if (query.Stage is not null && !Stages.All.Contains(query.Stage, StringComparer.Ordinal))
            query = query with { Stage = null };
        var own = jobs.MineAsync(PageSize, null, cancel);
        var page = await placements.ListAsync(query, PageSize, cancel);
        var items = query.Stage is null && page.Total > page.Items.Count
            ? await ColumnsAsync(query, page, placements, cancel) : page.Items;
        return new KanbanModel(
            query, items, page.Stages, query.Stage is null ? null : page.Next, (await own).Items, clock.GetUtcNow());
    }

    /// <summary>The first cards of every column, when the newest of all do not fill them.</summary>
    static async Task<IReadOnlyList<PlacementItem>> ColumnsAsync(
        PlacementQuery query, PlacementPage page, PlacementsClient placements, CancellationToken cancel)
    {
        const int shown = 25;
        var columns = StageOrder.Open.Where(stage => page.Stages.GetValueOrDefault(stage) > 0)
            .Select(stage => placements.ListAsync(query with { Stage = stage, After = null }, shown, cancel));
        return [.. (await Task.WhenAll(columns)).SelectMany(column => column.Items)];
    }

    static IResult Show(HttpRequest request, KanbanModel model)
    {
        request.HttpContext.Response.Headers.Vary = "HX-Request";
        // What was refused is shown too, so the part is given as a success: a script leaves others where they are.
        return Page.WantsPart(request)
            ? Page.Of<KanbanBoard, KanbanModel>(model)
            : Page.Of<Kanban, KanbanModel>(model, model.News?.Problem?.Status ?? StatusCodes.Status200OK);
    }
}
