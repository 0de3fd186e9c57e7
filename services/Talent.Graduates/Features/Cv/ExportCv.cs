using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Graduates.Data;
using Talent.Graduates.Features.Profiles;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Cv;

/// <summary><c>GET /graduates/me/cv?format=json-resume|europass</c>: the own profile as a CV to take elsewhere.</summary>
static class ExportCv
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        string? format, Caller caller, GraduatesDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (format is not (null or "" or "json-resume" or "europass"))
            return Problems.Invalid(new FieldProblem(
                "format", "unknown-option", IntakeMessages.Render(
                    IntakeErrors.UnknownOption("format", format, "json-resume, europass"), CultureInfo.CurrentUICulture),
                ["json-resume", "europass"]));
        if (await GetMyProfile.FindAsync(db, caller, cancellationToken) is not { } profile)
            return ProfileErrors.NoProfileYet();
        response.Headers.CacheControl = "no-store";
        return format == "europass"
            ? TypedResults.File(CandidateWriter.Write(profile.Graduate), "application/xml", "cv.xml")
            : TypedResults.File(JsonResumeWriter.Write(profile.Graduate), "application/json", "cv.json");
    }
}
