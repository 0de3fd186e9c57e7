using Talent.Contracts.Graduates;
using Talent.Matching.Search;
using Talent.Platform.Security;

namespace Talent.Matching.Features.Search;

/// <summary>What a caller may see of graduates in a search. A college sees its own graduates whole, the programme office all of them
/// masked; everyone else sees who is not hidden, whole only where the graduate opened the profile.</summary>
static class GraduateSight
{
    public static GraduateReader Of(Caller caller)
    {
        var college = caller.Role is Roles.Coordinator ? caller.OrganisationId : null;
        var office = caller.Role is Roles.Office;
        return new(
            standing => office || standing.Visibility is not "hidden" || IsOwn(standing.OrganisationId, college),
            graduate => View(graduate, graduate.Visibility is "open" || IsOwn(graduate.OrganisationId, college)),
            college);
    }

    static bool IsOwn(Guid? organisation, Guid? college) => college is not null && organisation == college;

    static GraduateView View(Graduate graduate, bool open) => new()
    {
        Id = graduate.Id,
        Access = open ? "open" : "masked",
        // The last characters: the first ones of a UUIDv7 are the time, alike for a whole cohort.
        DisplayName = open ? graduate.Name : "Graduate " + graduate.Id.ToString("N")[^4..].ToUpperInvariant(),
        Email = open ? graduate.Email : null,
        Country = graduate.Country,
        City = graduate.City,
        Zone = graduate.Zone,
        Institution = graduate.Education.LastOrDefault()?.Institution ?? graduate.OrganisationName,
        Cohort = graduate.Cohort,
        Isced = graduate.Isced,
        Languages = graduate.Languages,
        Skills = graduate.Skills,
        Certificates = graduate.Certificates,
        ExperienceMonths = graduate.ExperienceMonths,
        StartsFrom = open || graduate.StartsFrom is not { } date ? graduate.StartsFrom : new(date.Year, date.Month, 1),
    };
}
