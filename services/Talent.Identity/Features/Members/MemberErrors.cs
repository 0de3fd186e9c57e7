using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Identity.Domain;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Members;

static class MemberErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("member");

    public static ProblemHttpResult UnknownInvitation() =>
        Problems.NotFound("invitation");

    public static ProblemHttpResult LastOwner() => Problems.Conflict(
        "last-owner", OrganisationTexts.Of("last-owner"));

    public static ProblemHttpResult AlreadyMember() => Problems.Conflict(
        "already-a-member", OrganisationTexts.Of("already-a-member"));

    public static ProblemHttpResult TooManyInvitations() => Problems.Conflict(
        "too-many-invitations", OrganisationTexts.Of("too-many-invitations", PendingInvitation.Most));

    public static ProblemHttpResult OtherAddress(string invited) => Problems.Of(
        StatusCodes.Status403Forbidden, "other-address",
        OrganisationTexts.Of("other-address", invited));
}
