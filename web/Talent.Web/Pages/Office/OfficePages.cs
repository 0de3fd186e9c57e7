using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Contracts.Platform;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Office;

/// <param name="State">The state of those that are listed.</param>
/// <param name="Decided">What has just been decided; null: nothing.</param>
public sealed record QueueModel(string State, Page<OrganisationSummary> Organisations, bool Earlier, string? Decided);

public sealed record DecisionModel(OrganisationView Organisation, FormState Form);

internal static class OfficePages
{
    static readonly string[] Decisions = [OrganisationStates.Verified, OrganisationStates.Refused, OrganisationStates.Suspended];

    public static async Task<IResult> GetQueueAsync(
        string? state, string? after, string? decided, OrganisationsClient organisations, CancellationToken cancel)
    {
        var shown = OrganisationStates.All.Contains(state, StringComparer.Ordinal) ? state! : OrganisationStates.Submitted;
        return Page.Of<Queue, QueueModel>(new QueueModel(shown, await organisations.InStateAsync(shown, after, cancel),
            after is not null, Decisions.Contains(decided) ? decided : null));
    }

    public static async Task<IResult> GetOrganisationAsync(Guid id, OrganisationsClient organisations, CancellationToken cancel) =>
        Page.Of<Decision, DecisionModel>(
            new DecisionModel(await organisations.GetAsync(id, cancel), new FormState(new FormValues())));

    public static async Task<IResult> PostDecisionAsync(
        Guid id, HttpRequest request, OrganisationsClient organisations, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await organisations.DecideAsync(
            id, new OrganisationDecision(values["decision"], values["reason"]), cancel);
        return problem is null
            ? Results.LocalRedirect(visitor.Href("/office" + ApiCalls.Query(("decided", values["decision"]))))
            : Page.Of<Decision, DecisionModel>(
                new DecisionModel(await organisations.GetAsync(id, cancel), new FormState(values, problem)), problem.Status);
    }
}
