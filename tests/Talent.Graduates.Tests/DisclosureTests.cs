using Talent.Contracts.Graduates;
using Talent.Platform.Privacy;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Graduates.Tests;

/// <summary>Who may see what of a graduate: the whole table.</summary>
public sealed class DisclosureTests
{
    // Columns: hidden, masked, open.
    public static TheoryData<string, string, string, string> Table() => new()
    {
        { "nobody", "-", "-", "-" },
        { "the graduate, by account", "open", "open", "open" },
        { "another graduate", "-", "-", "-" },
        { "the college that enrolled", "open", "open", "open" },
        { "another college", "-", "-", "-" },
        { "an employer", "-", "masked", "open" },
        { "an employer whom the office has not verified", "-", "masked", "masked" },
        { "an employer with the college's id", "-", "masked", "open" },
        { "the office", "masked", "masked", "masked" },
        { "an employer without the second factor", "-", "-", "-" },
        { "an unknown role", "-", "-", "-" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_caller_sees_what_the_table_says(string who, string hidden, string masked, string open)
    {
        foreach (var (visibility, expected) in new[] { ("hidden", hidden), ("masked", masked), ("open", open) })
        {
            var view = GraduateDisclosure.For(Someone(visibility), CallerNamed(who));
            (view?.Access ?? "-").ShouldBe(expected, visibility);
            if (view is { Access: "masked" })
                (view.Email, view.City, view.Institution, view.Cohort).ShouldBe((null, null, null, null));
            view?.DisplayName.Contains("Nomsa", StringComparison.Ordinal).ShouldBe(view.Access == "open");
            GraduateDisclosure.For(Someone(visibility) with { Removed = true }, CallerNamed(who)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("masked")]
    [InlineData("open")]
    public void Who_has_applied_is_known_to_that_employer_alone(string visibility)
    {
        var someone = Someone(visibility);
        GraduateDisclosure.For(someone, CallerNamed("an employer"), knownToCaller: true)!.Access.ShouldBe("open");
        GraduateDisclosure.For(
            someone, CallerNamed("an employer whom the office has not verified"), knownToCaller: true)!.Access.ShouldBe("masked");
        GraduateDisclosure.For(someone, CallerNamed("the office"), knownToCaller: true)!.Access.ShouldBe("masked");
        foreach (var who in new[] { "nobody", "another graduate", "another college", "an unknown role" })
            GraduateDisclosure.For(someone, CallerNamed(who), knownToCaller: true).ShouldBeNull(who);
    }

    [Fact]
    public void An_e_mail_address_opens_a_profile_only_until_an_account_is_tied()
    {
        var stranger = TalentApp.Person(Roles.Graduate, 7) with { Email = "NOMSA@example.org" };
        GraduateDisclosure.For(Someone("hidden") with { AccountId = null }, stranger)!.Access.ShouldBe("open");
        GraduateDisclosure.For(Someone("hidden"), stranger).ShouldBeNull();
        GraduateDisclosure.For(Someone("hidden") with { AccountId = null, Email = null }, stranger).ShouldBeNull();
        GraduateDisclosure.For(Someone("hidden") with { AccountId = null, Email = "" }, stranger with { Email = "" })
            .ShouldBeNull();
        // The address of a coordinator or an employer is no key to a graduate's profile.
        GraduateDisclosure.For(
            Someone("hidden") with { AccountId = null }, TalentApp.Person(Roles.Employer) with { Email = "nomsa@example.org" })
            .ShouldBeNull();
    }

    static Caller? CallerNamed(string who) => who switch
    {
        "nobody" => null,
        "the graduate, by account" => TalentApp.Person(Roles.Graduate),
        "another graduate" => TalentApp.Person(Roles.Graduate, 2),
        "the college that enrolled" => TalentApp.Person(Roles.Coordinator),
        "another college" => TalentApp.Person(Roles.Coordinator, 2, organisation: 2),
        "an employer" => TalentApp.Person(Roles.Employer),
        "an employer with the college's id" => TalentApp.Person(Roles.Employer) with
        {
            OrganisationId = TalentApp.Person(Roles.Coordinator).OrganisationId,
        },
        "an employer whom the office has not verified" =>
            TalentApp.Person(Roles.Employer) with { OrganisationVerified = false },
        "an employer without the second factor" => TalentApp.Person(Roles.Employer) with { Role = Roles.Pending },
        "the office" => TalentApp.Person(Roles.Office),
        _ => TalentApp.Person(Roles.Employer) with { Role = "auditor" },
    };

    static Graduate Someone(string visibility) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = TalentApp.Person(Roles.Coordinator).OrganisationId,
        OrganisationName = "Example College",
        AccountId = TalentApp.Person(Roles.Graduate).AccountId,
        Version = 1,
        Name = "Nomsa Example",
        Email = "nomsa@example.org",
        Country = "ZA",
        City = "Durban",
        Zone = "Africa/Johannesburg",
        Nationality = "ZA",
        Education = [new EducationInput("Example College", "Robotics", 5, Cohort: "2026 A")],
        Hours = "09:00-18:00",
        Visibility = visibility,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };
}
