using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Search;

/// <summary>A job as lists show it, its concepts in the reader's language.</summary>
static class JobSummaries
{
    public static JobSummary Of(JobNeed job, string language) => new()
    {
        Id = job.Id,
        Title = job.Title,
        Language = job.Language,
        OrganisationName = job.OrganisationName,
        State = job.State,
        Mode = job.Mode,
        Country = job.Country,
        City = job.City,
        Zone = job.Zone,
        Contract = job.Contract,
        Openings = job.Openings,
        OccupationUri = job.Occupation?.Uri,
        OccupationLabel = job.Occupation is { } occupation ? LabelOf(occupation, language) : null,
        Skills = [.. job.Skills.Select(need => LabelOf(need.Skill, language))],
        PayMin = job.PayMin,
        PayMax = job.PayMax,
        Currency = job.Currency,
        PayPeriod = job.PayPeriod,
        ClosesOn = job.ClosesOn,
        PublishedAt = job.PublishedAt,
    };

    static string LabelOf(ConceptRef concept, string language) =>
        (concept.Uri is { } uri ? Catalogue.Default.Find(uri)?.Label(language) : null) ?? concept.Text;
}
