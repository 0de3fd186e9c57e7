using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Graduates;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;
using Profile = Talent.Contracts.Graduates.Graduate;

namespace Talent.Web.Pages.Graduate;

/// <param name="Known">The profile as it stands; null for a first one.</param>
/// <param name="Notes">What to look at of a CV that was read into the form; null when none was.</param>
public sealed record ProfileModel(
    Profile? Known, FormState Form, bool Saved = false, IReadOnlyList<CvNote>? Notes = null);

/// <summary>The own profile: its first five fields, its form, and CVs to and fro.</summary>
internal static class ProfilePages
{
    const string StartPage = "start";

    public static async Task<IResult> GetStartAsync(GraduatesClient graduates, Visitor visitor, CancellationToken cancel)
    {
        if (await graduates.MeAsync(cancel) is not null)
            return Results.LocalRedirect(visitor.Href("/graduate"));
        return Start(new FormState(new FormValues { ["name"] = visitor.Caller?.Name }));
    }

    public static async Task<IResult> PostStartAsync(
        HttpRequest request, GraduatesClient graduates, Visitor visitor, CancellationToken cancel)
    {
        var values = new FormValues(await request.ReadFormAsync(cancel));
        var (made, problem) = await graduates.ChangeMeAsync(ProfileForm.Read(values, null), null, cancel);
        return made is null ? Start(new FormState(values, problem)) : Results.LocalRedirect(visitor.Href("/graduate"));
    }

    public static async Task<IResult> GetProfileAsync(bool? saved, GraduatesClient graduates, CancellationToken cancel)
    {
        var known = await graduates.MeAsync(cancel);
        var values = known is null ? new FormValues() : ProfileForm.Fill(known);
        return Edit(new ProfileModel(known, new FormState(values), saved == true));
    }

    public static async Task<IResult> PostProfileAsync(HttpRequest request, GraduatesClient graduates, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = new FormValues(await request.ReadFormAsync(cancel));
        var known = await graduates.MeAsync(cancel);
        var input = ProfileForm.Read(values, known);
        var version = values.Number("version");
        var refused = FormState.Unreadable(values, texts);
        if (refused is null)
        {
            var (changed, problem) = await graduates.ChangeMeAsync(input, version, cancel);
            if (changed is not null)
                return Results.LocalRedirect(visitor.Href(known is null ? "/graduate" : "/graduate/profile?saved=true"));
            refused = new FormState(values, problem);
        }
        return Edit(new ProfileModel(known, refused));
    }

    /// <summary>Shows what a CV would make of the profile, in the form that saves it.</summary>
    public static async Task<IResult> PostCvAsync(HttpRequest request, GraduatesClient graduates,
        IStringLocalizer<Texts> texts, Visitor visitor, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var (reading, problem) = form.Files["file"] is { Length: > 0 } file
            ? await graduates.ReadCvAsync(file, cancel)
            : new ApiResult<CvReading>(null, ApiProblem.Of(StatusCodes.Status400BadRequest, ("file", texts["Import_file_missing"])));
        var known = await graduates.MeAsync(cancel);
        if (reading is not null)
            return Edit(new ProfileModel(known, new FormState(ProfileForm.Fill(reading.Profile)), Notes: reading.Notes));
        return known is null && form["from"] == StartPage
            ? Start(new FormState(new FormValues { ["name"] = visitor.Caller?.Name }, problem))
            : Edit(new ProfileModel(known, new FormState(known is null ? new FormValues() : ProfileForm.Fill(known), problem)));
    }

    static IResult Start(FormState form) =>
        Page.Of<Start, FormState>(form, form.Problem?.Status ?? StatusCodes.Status200OK);

    static IResult Edit(ProfileModel model) =>
        Page.Of<EditProfile, ProfileModel>(model, model.Form.Problem?.Status ?? StatusCodes.Status200OK);
}
