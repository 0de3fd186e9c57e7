using Talent.Identity.Domain;
using Talent.Platform.Intake;

namespace Talent.Identity.Features.Members;

static class MemberRoleChoice
{
    /// <summary>The role, when members of that kind of organisation may have it; else what is wrong is added.</summary>
    public static string? MemberRole(this InputChecks checks, string? written, string kind)
    {
        var role = checks.Text("role", written, 20, required: true)?.ToLowerInvariant();
        var possible = OrganisationRules.MemberRolesOf(kind);
        if (role is null || possible.Contains(role, StringComparer.Ordinal))
            return role;
        checks.Errors.Add(IntakeErrors.UnknownOption("role", role, string.Join(", ", possible)));
        return null;
    }
}
