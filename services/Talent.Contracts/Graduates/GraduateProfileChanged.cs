namespace Talent.Contracts.Graduates;

/// <summary>A graduate's profile was created, changed or removed. Carries the whole document; a document with a lower
/// version than the one known is ignored.</summary>
public sealed record GraduateProfileChanged(Graduate Graduate);

/// <summary>A cohort of the caller's college.</summary>
/// <param name="Name">The cohort's name within the college.</param>
/// <param name="Graduates">How many graduates are enrolled.</param>
/// <param name="Countries">Their countries of residence, most frequent first.</param>
public sealed record CohortSummary(
    string Name, string? Programme, int Graduates, IReadOnlyList<string> Countries, DateTimeOffset UpdatedAt);
