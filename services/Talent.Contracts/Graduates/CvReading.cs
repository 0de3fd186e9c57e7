namespace Talent.Contracts.Graduates;

/// <summary>What a CV was understood as: the answer to <c>POST /graduates/me/cv</c>.</summary>
/// <param name="Format"><c>json-resume</c>, <c>europass</c> (the Candidate document of today's Europass) or
/// <c>europass-3</c> (the SkillsPassport document of the former one).</param>
/// <param name="Profile">The profile that would result, as <c>PUT /graduates/me</c> takes it: what the CV says, over what
/// the profile said before. What others vouch for is as it was.</param>
/// <param name="Version">The version of the profile it was laid over, or that it became when <paramref name="Saved"/>;
/// null when there is none yet.</param>
/// <param name="Notes">What was not understood, guessed, shortened or left out, and what is still missing.</param>
/// <param name="Saved">True when it is the profile now; false when nothing was changed.</param>
public sealed record CvReading(
    string Format, GraduateInput Profile, int? Version, IReadOnlyList<CvNote> Notes, bool Saved = false);

/// <summary>Something the person should know of a CV that was read.</summary>
/// <param name="Path">JSON path in the profile, e.g. <c>$.skills</c>; <c>$</c> when it concerns the whole.</param>
/// <param name="Code">A stable code, e.g. <c>unknown-skill</c>.</param>
/// <param name="Message">In the reader's language.</param>
public sealed record CvNote(string Path, string Code, string Message);
