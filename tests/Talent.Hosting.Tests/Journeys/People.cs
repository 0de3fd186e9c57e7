using Talent.Platform.Security;

namespace Talent.Hosting.Tests.Journeys;

/// <summary>The people of these journeys; ids that stay, since they outlive the processes.</summary>
static class People
{
    public static Caller Employer { get; } = new(
        new Guid("018f0000-0000-7000-8000-000000000001"), Roles.Employer, "Example Recruiter", "recruiter@example.org",
        new Guid("018f0000-0000-7000-8000-0000000000e1"), "Example Robotics",
        OrganisationVerified: true);

    public static Caller Coordinator { get; } = new(
        new Guid("018f0000-0000-7000-8000-000000000002"), Roles.Coordinator, "Example Registrar", "registry@example.net",
        new Guid("018f0000-0000-7000-8000-0000000000c1"), "Example Technical College",
        OrganisationVerified: true);

    public static Caller Graduate { get; } = new(
        new Guid("018f0000-0000-7000-8000-000000000003"), Roles.Graduate, "Nomsa Example", "nomsa@example.org", null, null);
}
