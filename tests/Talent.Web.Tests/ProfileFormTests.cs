using Talent.Web.Forms;

namespace Talent.Web.Tests;

public sealed class ProfileFormTests
{
    [Theory]
    [InlineData("robot technician, welder")]
    [InlineData("robot technician; welder")]
    [InlineData("robot technician，welder、")]
    [InlineData("robot technician\u060C welder")]
    [InlineData("robot technician\u061B welder")]
    public void Occupations_are_separated_as_any_language_separates_them(string typed) =>
        ProfileForm.Read(new FormValues { ["preferences.occupations"] = typed }, known: null)
            .Preferences!.Occupations.ShouldBe(["robot technician", "welder"]);
}
