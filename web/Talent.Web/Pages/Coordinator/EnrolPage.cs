using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Graduates;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Coordinator;

/// <summary>A cohort typed in by hand. It goes the way of an uploaded roll, so that a mistake in one row keeps no other
/// from being taken.</summary>
internal static class EnrolPage
{
    public static IResult Get() => Page.Of<Enrol, FormState>(new FormState(new FormValues()));

    public static async Task<IResult> PostAsync(HttpRequest request, GraduatesClient graduates, Caller caller,
        Visitor visitor, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var rows = Read(values, caller.OrganisationName);
        if (Missing(values, rows, texts) is { } missing)
            return Page.Of<Enrol, FormState>(new FormState(values, missing), missing.Status);
        var roll = JsonSerializer.SerializeToUtf8Bytes(rows, JsonSerializerOptions.Web);
        await using var stream = new MemoryStream(roll);
        var file = new FormFile(stream, 0, roll.Length, "file", FileName(values["cohort"]!));
        var (report, problem) = await graduates.ImportAsync(file, cancel);
        return report is null
            ? Page.Of<Enrol, FormState>(new FormState(values, problem), problem!.Status)
            : Results.LocalRedirect(visitor.Href($"/coordinator/imports/{report.Id}"));
    }

    static ApiProblem? Missing(FormValues values, IReadOnlyList<GraduateInput> rows, IStringLocalizer<Texts> texts)
    {
        var errors = new List<(string, string)>();
        if (values["cohort"] is null)
            errors.Add(("cohort", texts["Field_missing"]));
        if (values["country"] is null)
            errors.Add(("country", texts["Field_missing"]));
        if (rows.Count == 0)
            errors.Add(("graduates[0].name", texts["Enrol_nobody"]));
        return errors.Count == 0 ? null : ApiProblem.Of(StatusCodes.Status400BadRequest, [.. errors]);
    }

    static List<GraduateInput> Read(FormValues form, string? college) =>
    [
        .. form.Each("graduates", "name").Select(at => new GraduateInput
        {
            // The same address again is the same graduate: enrolling twice makes no second one.
            ExternalId = form[$"{at}.email"] ?? $"{form["cohort"]} {form[$"{at}.name"]}",
            Name = form[$"{at}.name"],
            Email = form[$"{at}.email"],
            Country = form["country"],
            Education = [new EducationInput(college, form["programme"], Cohort: form["cohort"])],
            Skills = [.. Split(form[$"{at}.skills"]).Select(skill => new SkillInput(skill))],
        }),
    ];

    static string[] Split(string? text) => (text ?? "").Split([',', ';', '，', '、', '；', '،', '؛'],
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static string FileName(string cohort) =>
        string.Concat(cohort.Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-').Take(60)).Trim() + ".json";
}
