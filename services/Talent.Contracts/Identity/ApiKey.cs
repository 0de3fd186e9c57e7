namespace Talent.Contracts.Identity;

/// <summary>An API key to be made: the body of <c>POST /identity/keys</c>. It will act for the organisation that the owner acts
/// for.</summary>
/// <param name="Name">What it is for, at most 100 characters; required.</param>
/// <param name="Scopes">At least one of <see cref="KeyScopes.All"/>.</param>
/// <param name="ExpiresOn">The last day on which it works, at most a year ahead; required.</param>
public sealed record ApiKeyInput(string? Name, IReadOnlyList<string>? Scopes, DateOnly? ExpiresOn);

/// <summary>A key as it is listed, without the key: an item of <c>GET /identity/keys</c>, newest first.</summary>
/// <param name="Start">The first characters, e.g. <c>tk_4f2a</c>, to recognise it by.</param>
/// <param name="CreatedBy">Name of the person.</param>
/// <param name="ExpiresAt">From then on it is refused.</param>
/// <param name="LastUsedAt">To the minute; null: never.</param>
/// <param name="LastUsedFrom">The network address of that call.</param>
public sealed record ApiKey(
    Guid Id, string Name, string Start, IReadOnlyList<string> Scopes, string CreatedBy, DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, string? LastUsedFrom);

/// <summary>The answer to <c>POST /identity/keys</c>, the only one that holds the key.</summary>
/// <param name="Key"><c>tk_…</c>, to be sent as <c>Authorization: Bearer tk_…</c>.</param>
public sealed record NewApiKey(Guid Id, string Key, DateTimeOffset ExpiresAt);

/// <summary>A key shown by a service that was called with it: the body of <c>POST /identity/keys/resolve</c>.</summary>
/// <param name="From">The network address the call came from.</param>
public sealed record ApiKeyProof(string? Key, string? From = null);

/// <summary>Whom a key speaks for.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">The key's name.</param>
/// <param name="Role">The role of the organisation's people: <c>employer</c> or <c>coordinator</c> …</param>
/// <param name="OrganisationVerified">Whether the office has verified the organisation.</param>
public sealed record ApiKeyOwner(
    Guid Id, string Name, string Role, Guid OrganisationId, string OrganisationName, bool OrganisationVerified,
    IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);

/// <summary>What a key may be good for: <c>SERVICE:read</c> lets it GET, <c>SERVICE:write</c> all else.</summary>
public static class KeyScopes
{
    public const string JobsRead = "jobs:read";
    public const string JobsWrite = "jobs:write";
    public const string GraduatesRead = "graduates:read";
    public const string GraduatesWrite = "graduates:write";
    public const string MatchingRead = "matching:read";
    public const string PlacementsRead = "placements:read";
    public const string PlacementsWrite = "placements:write";

    public static IReadOnlyList<string> All { get; } =
        [JobsRead, JobsWrite, GraduatesRead, GraduatesWrite, MatchingRead, PlacementsRead, PlacementsWrite];
}
