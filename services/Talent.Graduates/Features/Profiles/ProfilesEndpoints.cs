using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Talent.Graduates.Data;
using Talent.Graduates.Features.Cv;
using Talent.Platform.Http;
using Talent.Platform.Imports;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Profiles;

static class ProfilesEndpoints
{
    public static void MapProfiles(this IEndpointRouteBuilder routes)
    {
        var graduates = routes.MapGroup("/api/v1/graduates").WithTags("graduates");
        graduates.MapGet("/me", GetMyProfile.Handle).RequireAuthorization(Policies.Graduate)
            .WithName("GetMyProfile").WithSummary("The own profile");
        graduates.MapPut("/me", ChangeMyProfile.Handle).RequireAuthorization(Policies.Graduate)
            .WithName("ChangeMyProfile").WithSummary("Creates or replaces the own profile (If-Match)");
        graduates.MapPost("/me/cv", ImportCv.Handle).RequireAuthorization(Policies.Graduate).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(CvFile.MostBytes + (64 * 1024)))
            .HonourIdempotencyKeys<GraduatesDb, RouteHandlerBuilder>()
            .WithName("ReadMyCv").WithSummary("What a CV (JSON Resume, Europass) would make of the own profile; saved when asked");
        graduates.MapGet("/me/cv", ExportCv.Handle).RequireAuthorization(Policies.Graduate)
            .WithName("GetMyCv").WithSummary("The own profile as a CV (JSON Resume, Europass)");
        graduates.MapGet("/{id:guid}", GetGraduate.Handle).RequireAuthorization(Policies.Acting)
            .WithName("GetGraduate").WithSummary("What the caller may see of a graduate");
        graduates.MapGet("/", GetGraduates.Handle).RequireAuthorization(Policies.Coordinator)
            .WithName("GetGraduates").WithSummary("The graduates that the own college enrolled");
        graduates.MapGet("/cohorts", GetCohorts.Handle).RequireAuthorization(Policies.Coordinator)
            .WithName("GetCohorts").WithSummary("The cohorts of the own college");
        graduates.MapImports<GraduatesDb>(Policies.Coordinator);
    }
}
