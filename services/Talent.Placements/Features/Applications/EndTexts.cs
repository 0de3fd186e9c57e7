using Talent.Contracts.Placements;

namespace Talent.Placements.Features.Applications;

/// <summary>What an ended candidacy is told: kind words in the reader's language, whatever language the employer
/// writes.</summary>
static class EndTexts
{
    /// <summary>Null while it goes on.</summary>
    public static string? Of(PlacementCase of)
    {
        var one = of.Candidacy;
        if (one.Stage != Stages.Ended)
            return null;
        var text = one.EndReason == EndReasons.Refused
            ? PlacementTexts.Of("refusal_" + one.RefusalReason, of.Job.Title, of.Job.OrganisationName)
            : PlacementTexts.Of("end_" + one.EndReason, of.Job.Title, of.Job.OrganisationName);
        return one.EndComment is { } comment ? $"{text}\n\n{comment}" : text;
    }
}
