using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Graduates.Data;
using Talent.Platform.Imports;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Profiles;

static class ProfilesEndpoints
{
    public static void MapProfiles(this IEndpointRouteBuilder routes)
    {
        var graduates = routes.MapGroup("/api/v1/graduates").WithTags("graduates");
        graduates.MapGet("/me", GetMyProfile.Handle).RequireAuthorization(Policies.Graduate);
        graduates.MapPut("/me", ChangeMyProfile.Handle).RequireAuthorization(Policies.Graduate);
        graduates.MapGet("/{id:guid}", GetGraduate.Handle).RequireAuthorization(Policies.SignedIn);
        graduates.MapGet("/", GetGraduates.Handle).RequireAuthorization(Policies.Coordinator);
        graduates.MapGet("/cohorts", GetCohorts.Handle).RequireAuthorization(Policies.Coordinator);
        graduates.MapImports<GraduatesDb>(Policies.Coordinator);
    }
}
