using Talent.Contracts.Identity;
using Talent.Platform.Intake;
using Talent.Platform.Reference;

namespace Talent.Identity.Domain;

/// <summary>What an organisation must be, whichever way it is described.</summary>
static class OrganisationRules
{
    const int LongestName = 200;
    const int LongestNumber = 50;
    const int LongestWebsite = 300;
    const string China = "CN";
    static readonly string[] Foundable = [OrganisationKinds.Enterprise, OrganisationKinds.College];

    /// <summary>The organisation that is described, or what is wrong, by column.</summary>
    /// <returns>The organisation, meaningful only when there are no errors.</returns>
    public static (NewOrganisation Organisation, IReadOnlyList<RowError> Errors) Understand(OrganisationInput input)
    {
        var checks = new InputChecks([]);
        var country = checks.Country("country", input.Country, required: true) ?? "";
        var organisation = new NewOrganisation(
            checks.Text("name", input.Name, LongestName, required: true)?.ReplaceLineEndings(" ") ?? "",
            Kind(input.Kind, checks), country, Number(input.RegistrationNumber, country, checks),
            Website(input.Website, checks));
        return (organisation, checks.Errors);
    }

    /// <summary>The roles that members of a kind of organisation may have, the one that manages it first.</summary>
    public static IReadOnlyList<string> MemberRolesOf(string kind) => kind switch
    {
        OrganisationKinds.College => [MemberRoles.Owner, MemberRoles.Coordinator],
        OrganisationKinds.Office => [MemberRoles.Administrator, MemberRoles.Reviewer],
        _ => [MemberRoles.Owner, MemberRoles.Recruiter],
    };

    /// <summary>True for the role that may do everything within the organisation, the members and keys
    /// included.</summary>
    public static bool Manages(string? memberRole) => memberRole is MemberRoles.Owner or MemberRoles.Administrator;

    static string Kind(string? written, InputChecks checks)
    {
        var kind = checks.Text("kind", written, 20, required: true)?.ToLowerInvariant();
        if (kind is not null && !Foundable.Contains(kind, StringComparer.Ordinal))
            checks.Errors.Add(IntakeErrors.UnknownOption("kind", kind, string.Join(", ", Foundable)));
        return kind ?? OrganisationKinds.Enterprise;
    }

    static string? Number(string? written, string country, InputChecks checks)
    {
        var number = checks.Text("registration_number", written, LongestNumber)?.ReplaceLineEndings(" ");
        if (number is null || country != China)
            return number;
        var code = SocialCreditCodes.Parse(number);
        if (code is null)
            checks.Errors.Add(IntakeErrors.BadCreditCode("registration_number", number));
        return code;
    }

    static string? Website(string? written, InputChecks checks)
    {
        if (checks.Text("website", written, LongestWebsite) is not { } text)
            return null;
        var wanted = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (Uri.TryCreate(wanted, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal)
            && address.AbsoluteUri.Length <= LongestWebsite)
            return address.AbsoluteUri;
        checks.Errors.Add(IntakeErrors.BadWebsite("website", text));
        return null;
    }
}
