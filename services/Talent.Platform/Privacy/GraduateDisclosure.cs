using Talent.Contracts.Graduates;
using Talent.Platform.Security;

namespace Talent.Platform.Privacy;

/// <summary>What a caller may see of a graduate. The only place that decides it.</summary>
public static class GraduateDisclosure
{
    /// <summary>What <paramref name="caller"/> may see, or null when not even that the graduate exists.
    /// The owner and the college that enrolled the graduate see everything; the programme office sees every profile
    /// masked; an employer sees masked or open profiles as the graduate chose, and everything of who has applied to it
    /// (see <see cref="Acquaintance"/>), but masked at most while the programme office has not verified the enterprise;
    /// nobody else sees anything.</summary>
    /// <param name="knownToCaller">Whether the graduate has made themselves known to the caller's organisation.</param>
    public static GraduateView? For(Graduate graduate, Caller? caller, bool knownToCaller = false)
    {
        if (caller is null || graduate.Removed)
            return null;
        if (Owns(caller, graduate) || Enrolled(caller, graduate))
            return Open(graduate);
        return caller.Role switch
        {
            Roles.Office => Masked(graduate),
            Roles.Employer when caller.OrganisationVerified && (knownToCaller || graduate.Visibility is "open") =>
                Open(graduate),
            Roles.Employer when knownToCaller || graduate.Visibility is "open" or "masked" => Masked(graduate),
            _ => null,
        };
    }

    /// <summary>True when the profile is the caller's own: by account, or, before the first sign-in has tied them, by
    /// the account's verified e-mail address.</summary>
    public static bool Owns(Caller caller, Graduate graduate) =>
        caller.Role == Roles.Graduate
        && (graduate.AccountId is { } account
            ? account == caller.AccountId
            : caller.Email.Length > 0
                && string.Equals(caller.Email, graduate.Email, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the caller coordinates at the college that enrolled the graduate.</summary>
    public static bool Enrolled(Caller caller, Graduate graduate) =>
        caller.Role == Roles.Coordinator
        && caller.OrganisationId is { } organisation
        && graduate.OrganisationId == organisation;

    /// <summary>True when a view tells an employer who somebody is: that is put on record.</summary>
    public static bool Discloses(GraduateView view, Caller caller) =>
        caller.Role == Roles.Employer && view.Access == "open";

    /// <summary>The neutral name shown while the graduate's own is hidden.</summary>
    public static string Alias(Guid id) => $"#{id.ToString("N")[^6..].ToUpperInvariant()}";

    static GraduateView Open(Graduate graduate) => Masked(graduate) with
    {
        Access = "open",
        DisplayName = graduate.Name,
        Email = graduate.Email,
        City = graduate.City,
        Institution = (graduate.Education.LastOrDefault(education => education.Cohort is not null)
            ?? graduate.Education.LastOrDefault())?.Institution ?? graduate.OrganisationName,
        Cohort = graduate.Cohort,
    };

    static GraduateView Masked(Graduate graduate) => new()
    {
        Id = graduate.Id,
        Access = "masked",
        DisplayName = Alias(graduate.Id),
        Country = graduate.Country,
        Zone = graduate.Zone,
        Isced = graduate.Isced,
        Languages = graduate.Languages,
        Skills = graduate.Skills,
        Certificates = graduate.Certificates,
        ExperienceMonths = graduate.ExperienceMonths,
        StartsFrom = graduate.StartsFrom,
    };
}
