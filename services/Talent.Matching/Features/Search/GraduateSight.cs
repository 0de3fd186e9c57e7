using Talent.Matching.Search;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Matching.Features.Search;

/// <summary>Whom a caller finds in a search. What is shown of each is decided by <see cref="GraduateDisclosure"/>, like
/// everywhere; here only who is found at all, and whose names are searched: those of the caller's own college.</summary>
static class GraduateSight
{
    public static GraduateReader Of(Caller caller)
    {
        var college = caller.Role is Roles.Coordinator ? caller.OrganisationId : null;
        return new(
            standing => caller.Role switch
            {
                Roles.Office => true,
                Roles.Coordinator => college is not null && standing.OrganisationId == college,
                _ => standing.Visibility is not "hidden",
            },
            graduate => GraduateDisclosure.For(graduate, caller)
                ?? throw new InvalidOperationException("A graduate was found whom the caller may not see."),
            college);
    }
}
