using Talent.Platform.Security;

namespace Talent.Web.Layout;

/// <summary>Where a person goes next.</summary>
internal static class Onward
{
    public const string SecondFactor = "/account/second-factor";
    const int LongestAddress = 2000;

    /// <summary>The address that came with a request when it is on this site, else null.</summary>
    public static string? Local(string? path) => LocalPath.Is(path) && path!.Length <= LongestAddress ? path : null;

    /// <summary>The first page of a role, without the language.</summary>
    public static string HomeOf(string? role) => role switch
    {
        Roles.Employer => "/employer",
        Roles.Graduate => "/graduate",
        Roles.Coordinator => "/coordinator",
        Roles.Office => "/office",
        Roles.Pending => SecondFactor,
        _ => "",
    };

    /// <summary>The first useful page of somebody new in a role, without the language.</summary>
    public static string WelcomeOf(string? role) => role switch
    {
        Roles.Employer => "/employer/jobs/first",
        Roles.Coordinator => "/coordinator/enrol",
        _ => HomeOf(role),
    };

    /// <summary>Where somebody who has just signed in is led: to the page wanted, by way of the second factor where one is
    /// missing.</summary>
    /// <param name="wanted">An address that came with the request; followed only on this site.</param>
    public static string After(Visitor visitor, string role, string? wanted) => role == Roles.Pending
        ? SecondFactorBefore(visitor, wanted)
        : Local(wanted) ?? visitor.Href(HomeOf(role));

    /// <summary>The page that sets up the second factor and leads on from there.</summary>
    public static string SecondFactorBefore(Visitor visitor, string? wanted) =>
        visitor.Href(SecondFactor) + Clients.ApiCalls.Query(("next", Local(wanted)));
}
