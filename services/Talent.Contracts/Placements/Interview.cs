namespace Talent.Contracts.Placements;

/// <summary>A time proposed: instants in UTC.</summary>
public sealed record Slot(DateTimeOffset Start, DateTimeOffset End);

/// <summary>A time proposed, as it is written in the interview's zone: what <c>POST /placements/interviews</c> takes.
/// A local time that a zone skips or repeats is refused with what would be right, unless it carries an
/// offset.</summary>
/// <param name="Start">RFC 3339 with an offset or <c>Z</c>, or a local <c>yyyy-MM-ddTHH:mm</c> in the zone.</param>
/// <param name="End">Likewise; 10 minutes to 8 hours later.</param>
public sealed record SlotInput(string? Start, string? End);

/// <summary><c>POST /placements/interviews</c> by the employer: 1 to 20 slots, all ahead, none overlapping
/// another.</summary>
/// <param name="Zone">IANA zone the employer thinks in; default the job's.</param>
/// <param name="Place">An address, or the https link of a video room; at most 500 characters; required.</param>
/// <param name="Panel">Who will be there: names, at most 10 of 100 characters each.</param>
/// <param name="Message">To the graduate, at most 1,000 characters.</param>
public sealed record InterviewInput(
    Guid? ApplicationId, IReadOnlyList<SlotInput>? Slots, string? Zone, string? Place,
    IReadOnlyList<string>? Panel = null, string? Message = null);

/// <summary><c>POST /placements/interviews/{id}/book</c> by the graduate (or, on behalf, the coordinator): one of the
/// slots.</summary>
public sealed record BookingInput(DateTimeOffset? Start);

/// <summary><c>POST /placements/interviews/{id}/move</c>: to another of the slots (either side), or, by the employer,
/// to new slots, of which the graduate then picks.</summary>
/// <param name="Reason">At most 1,000 characters.</param>
public sealed record InterviewMoveInput(
    DateTimeOffset? Start, IReadOnlyList<SlotInput>? Slots = null, string? Reason = null);

/// <summary><c>POST /placements/interviews/{id}/cancel</c>; at most 1,000 characters, required.</summary>
public sealed record InterviewCancelInput(string? Reason);

/// <summary><c>PUT /placements/interviews/{id}/scorecard</c> by the employer, after the start; never shown to the
/// graduate.</summary>
/// <param name="Scores">1 to 20.</param>
/// <param name="Recommendation"><c>offer</c>, <c>another-interview</c> or <c>refuse</c>.</param>
/// <param name="Comment">At most 4,000 characters.</param>
public sealed record ScorecardInput(IReadOnlyList<SkillScore>? Scores, string? Recommendation, string? Comment = null);

/// <param name="Skill">Concept URI or text, of the job's skills or another.</param>
/// <param name="Score">1 to 4, the levels of skills; 0: not seen.</param>
public sealed record SkillScore(string? Skill, int? Score, string? Comment = null);

/// <summary>An interview as its sides see it.</summary>
public sealed record Interview
{
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }
    /// <summary>Rises by one with each change; the ETag.</summary>
    public required int Version { get; init; }
    /// <summary><c>proposed</c>, <c>booked</c>, <c>cancelled</c> or <c>held</c> (its time is over).</summary>
    public required string State { get; init; }
    public required IReadOnlyList<Slot> Slots { get; init; }
    /// <summary>Starts of slots that somebody else has booked meanwhile.</summary>
    public IReadOnlyList<DateTimeOffset> Taken { get; init; } = [];
    /// <summary>The slot that is booked; null: none is.</summary>
    public Slot? Booked { get; init; }
    /// <summary>Employer's zone.</summary>
    public required string Zone { get; init; }
    /// <summary>Graduate's zone.</summary>
    public required string GraduateZone { get; init; }
    /// <summary>When both sides are at work, on the days of the slots.</summary>
    public IReadOnlyList<Slot> SharedHours { get; init; } = [];
    public required string Place { get; init; }
    public IReadOnlyList<string> Panel { get; init; } = [];
    public string? Message { get; init; }
    public string? CancelReason { get; init; }
    /// <summary>iCalendar's SEQUENCE.</summary>
    public required int Sequence { get; init; }
    /// <summary>The employer's alone.</summary>
    public Scorecard? Scorecard { get; init; }
}

/// <param name="By">Name of the person.</param>
public sealed record Scorecard(
    IReadOnlyList<SkillScore> Scores, string Recommendation, string? Comment, string By, DateTimeOffset At);

/// <summary><c>GET /placements/interviews/hours?application=&amp;zone=&amp;from=&amp;days=</c>, for an employer that looks
/// for slots.</summary>
/// <param name="Shared">When both are at work, Mondays to Fridays; may be empty.</param>
public sealed record SharedHours(string Zone, string GraduateZone, IReadOnlyList<Slot> Shared);

/// <summary>The caller's calendar feed: <c>POST /placements/calendar</c> makes the address anew (the old one ends),
/// <c>GET /placements/calendar</c> says whether there is one; the address itself, <c>GET
/// /placements/calendar/{secret}.ics</c>, needs no sign-in.</summary>
/// <param name="Address">Shown once, when it is made.</param>
public sealed record CalendarFeed(bool Exists, string? Address, DateTimeOffset? Since);
