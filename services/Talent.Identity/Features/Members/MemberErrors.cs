using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Identity.Domain;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Members;

static class MemberErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("member");

    public static ProblemHttpResult UnknownInvitation() =>
        Problems.NotFound("invitation: it was used or withdrawn, or its time is over; ask for a new one");

    public static ProblemHttpResult LastOwner() => Problems.Conflict(
        "last-owner", "An organisation needs somebody who manages it; give another member that role first.");

    public static ProblemHttpResult AlreadyMember() => Problems.Conflict(
        "already-a-member", "A person with this address belongs to the organisation already.");

    public static ProblemHttpResult TooManyInvitations() => Problems.Conflict(
        "too-many-invitations", $"At most {PendingInvitation.Most} invitations can wait at once; withdraw some first.");

    public static ProblemHttpResult OtherAddress(string invited) => Problems.Of(
        StatusCodes.Status403Forbidden, "other-address",
        $"The invitation is for {invited}; sign in with the account that has this address.");
}
