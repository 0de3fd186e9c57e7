using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Talent.Web.Layout;

/// <summary>A page, or a part of one that htmx asks for alone: a component with one model.</summary>
public abstract class PageOf<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}

internal static class Page
{
    public static RazorComponentResult<TPage> Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel> =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(PageOf<TModel>.Model)] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>True when htmx wants a part to put into the page, not the whole page.</summary>
    public static bool WantsPart(HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request") && !request.Headers.ContainsKey("HX-History-Restore-Request");
}
