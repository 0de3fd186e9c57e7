using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Graduates;
using Talent.Graduates.Data;
using Talent.Graduates.Domain;
using Talent.Graduates.Features.Profiles;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Cv;

/// <summary><c>POST /graduates/me/cv</c> (multipart <c>file</c>): the profile that a CV would make, with notes; nothing is
/// changed. With <c>?save=true</c> it is saved at once, as <c>PUT /graduates/me</c> would (<c>If-Match</c> when there is a
/// profile).</summary>
static class ImportCv
{
    public static async Task<Results<Ok<CvReading>, ProblemHttpResult>> Handle(
        IFormFile? file, bool? save, Caller caller, GraduatesDb db, Audit audit, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
            return Problems.Invalid(new FieldProblem("file", "missing", Words(IntakeErrors.Missing("file"))));
        if (file.Length > CvFile.MostBytes)
            return Problems.Of(
                StatusCodes.Status413PayloadTooLarge, "file-too-large", Words(IntakeErrors.FileTooLarge(CvFile.MostBytes)));
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        var profile = await GetMyProfile.FindAsync(db, caller, cancellationToken);
        CvReading reading;
        try
        {
            reading = Read(CvFile.Read(content.ToArray(), Path.GetFileName(file.FileName)), profile?.Graduate, clock);
        }
        catch (IntakeException unreadable)
        {
            return Problems.Invalid(new FieldProblem("file", unreadable.Error.Code, Words(unreadable.Error)));
        }
        return save is true
            ? await SaveAsync(reading, caller, db, audit, clock, http, cancellationToken)
            : TypedResults.Ok(reading);
    }

    static async Task<Results<Ok<CvReading>, ProblemHttpResult>> SaveAsync(
        CvReading reading, Caller caller, GraduatesDb db, Audit audit, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        var saved = await ChangeMyProfile.Handle(reading.Profile, caller, db, audit, clock, http, cancellationToken);
        if (saved.Result is ProblemHttpResult refused)
            return refused;
        var graduate = (Graduate)((IValueHttpResult)saved.Result).Value!;
        return TypedResults.Ok(reading with { Version = graduate.Version, Saved = true });
    }

    static CvReading Read(CvDraft cv, Graduate? known, TimeProvider clock)
    {
        var input = CvOverProfile.Lay(cv, known, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var (_, missing) = ProfileRules.Understand(input, Author.Graduate, known);
        var notes = cv.Notes.Concat(missing)
            .Select(note => new CvNote(GraduateColumns.JsonPath(note.Column), note.Code, Words(note)));
        return new CvReading(cv.Format, input, known?.Version, [.. notes.Distinct()]);
    }

    static string Words(RowError error) => IntakeMessages.Render(error, CultureInfo.CurrentUICulture);
}
