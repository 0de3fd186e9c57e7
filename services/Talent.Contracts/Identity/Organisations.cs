namespace Talent.Contracts.Identity;

/// <summary>What kinds of organisations there are; the kind decides in which role a member acts.</summary>
public static class OrganisationKinds
{
    /// <summary>Members act as <c>employer</c>.</summary>
    public const string Enterprise = "enterprise";
    /// <summary>Members act as <c>coordinator</c>.</summary>
    public const string College = "college";
    /// <summary>Members act as <c>office</c>.</summary>
    public const string Office = "office";

    public static IReadOnlyList<string> All { get; } = [Enterprise, College, Office];
}

/// <summary>How far an organisation has been looked at by the programme office.</summary>
public static class OrganisationStates
{
    public const string Unverified = "unverified";
    public const string Submitted = "submitted";
    public const string Verified = "verified";
    public const string Refused = "refused";
    public const string Suspended = "suspended";

    public static IReadOnlyList<string> All { get; } = [Unverified, Submitted, Verified, Refused, Suspended];
}

/// <summary>What a member may do within the organisation.</summary>
public static class MemberRoles
{
    /// <summary>Of an enterprise or college: everything, the members included.</summary>
    public const string Owner = "owner";
    /// <summary>Of an enterprise.</summary>
    public const string Recruiter = "recruiter";
    /// <summary>Of a college.</summary>
    public const string Coordinator = "coordinator";
    /// <summary>Of the programme office: looks at organisations and decides.</summary>
    public const string Reviewer = "reviewer";
    /// <summary>Of the programme office: everything, the members included.</summary>
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } = [Owner, Recruiter, Coordinator, Reviewer, Administrator];
}
