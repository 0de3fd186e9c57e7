namespace Talent.Contracts.Placements;

/// <summary>An application and the placement it becomes: the body of <c>GET /placements/{id}</c>, as far as the caller
/// may see it, and of the answers to every change of it.</summary>
public sealed record Placement
{
    public required Guid Id { get; init; }
    /// <summary>Rises by one with each change; the ETag of the resource.</summary>
    public required int Version { get; init; }
    /// <summary>One of <see cref="Stages"/>.</summary>
    public required string Stage { get; init; }
    /// <summary>When it came to this stage.</summary>
    public required DateTimeOffset StageSince { get; init; }
    /// <summary>One of <see cref="EndReasons"/> when it has ended.</summary>
    public string? EndReason { get; init; }
    /// <summary>What an ended application is told, in the reader's language; null while it goes on.</summary>
    public string? EndText { get; init; }
    /// <summary><c>employment</c>, <c>internship</c> or <c>order-training</c>.</summary>
    public required string Kind { get; init; }
    public required PlacementJob Job { get; init; }
    public required PlacementGraduate Graduate { get; init; }
    public required DateTimeOffset AppliedAt { get; init; }
    /// <summary>By when the employer answers; null once answered.</summary>
    public DateTimeOffset? ReplyBy { get; init; }
    /// <summary>True when a coordinator applied for the graduate, with the graduate's consent.</summary>
    public bool OnBehalf { get; init; }
    /// <summary>What the graduate told the employer; for the two of them and the college.</summary>
    public string? Letter { get; init; }
    /// <summary>What the caller may do next: <c>advance</c>, <c>reject</c>, <c>withdraw</c>, <c>undo</c>,
    /// <c>propose-interview</c>, <c>make-offer</c>, <c>follow-up</c>, <c>note</c>, <c>end</c>, <c>permit</c>.</summary>
    public required IReadOnlyList<string> Actions { get; init; }
    /// <summary>The stage that <c>advance</c> leads to; null when there is none for the caller.</summary>
    public string? NextStage { get; init; }
    /// <summary>Exceptions the caller may name here, of <see cref="StepExceptions"/>.</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];
    /// <summary>Until when the last move can be undone by the caller; null: it cannot.</summary>
    public DateTimeOffset? UndoUntil { get; init; }
    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<PlacementMove> Moves { get; init; } = [];
    /// <summary>The employer's own notes; empty for everybody else.</summary>
    public IReadOnlyList<PlacementNote> Notes { get; init; } = [];
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];
    public IReadOnlyList<Interview> Interviews { get; init; } = [];
    /// <summary>Every version made, newest first.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];
    public PermitProgress? Permit { get; init; }
    public DateOnly? StartedOn { get; init; }
}

/// <summary>The job applied for.</summary>
/// <param name="Openings">How many are sought.</param>
/// <param name="Filled">How many openings are taken.</param>
public sealed record PlacementJob(
    Guid Id, string Title, string Language, Guid OrganisationId, string OrganisationName, string Country, string? City,
    string Zone, string Mode, string Contract, int Openings, int Filled);

/// <summary>Who applied; an employer sees the name because the graduate applied.</summary>
/// <param name="Email">For the employer, the college and the graduate.</param>
/// <param name="Hours">Local working hours, <c>HH:mm-HH:mm</c>.</param>
public sealed record PlacementGraduate(
    Guid Id, string Name, string? Email, string Country, string Zone, string? Cohort, string? College, string Hours);

/// <summary>One move between stages.</summary>
/// <param name="By">Name of the person; empty for the platform.</param>
/// <param name="Side">One of <see cref="Sides"/>.</param>
/// <param name="Reason">What was written; null: nothing.</param>
/// <param name="Exception">One of <see cref="StepExceptions"/>, when a step was left out.</param>
/// <param name="Undone">True when it was taken back.</param>
public sealed record PlacementMove(
    string From, string To, DateTimeOffset At, string By, string Side, string? Reason, string? Exception, bool Undone);

/// <summary>A note of the employer's, never shown to the graduate.</summary>
public sealed record PlacementNote(Guid Id, DateTimeOffset At, string By, string Text);

/// <summary>What was found 1, 3, 6 or 12 months after the start.</summary>
/// <param name="Month">1, 3, 6 or 12.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="DoneOn">When it was done; null: not yet.</param>
/// <param name="AtWork">Whether the graduate was still at work.</param>
/// <param name="Pay">Pay then, per month.</param>
/// <param name="Satisfaction">1 to 5, the graduate's.</param>
public sealed record FollowUp(
    int Month, DateOnly DueOn, DateOnly? DoneOn, bool? AtWork, decimal? Pay, string? Currency, int? Satisfaction,
    string? Comment, string? By);

/// <summary>Where the documents and the permit stand.</summary>
/// <param name="Needed">Whether one is needed at all.</param>
/// <param name="State"><c>collecting</c>, <c>applied</c>, <c>granted</c> or <c>refused</c>.</param>
/// <param name="ArrivesOn">The planned arrival, or remote start.</param>
public sealed record PermitProgress(
    bool Needed, string State, DateOnly? AppliedOn, DateOnly? GrantedOn, DateOnly? ArrivesOn, string? Comment);

/// <summary>An application or its placement was made or moved. Carries the whole state; one with a lower version than
/// the one known is ignored.</summary>
/// <param name="GraduateOrganisationId">The college that enrolled the graduate; null: none.</param>
/// <param name="OrganisationId">The employer.</param>
/// <param name="Stage">One of <see cref="Stages"/>.</param>
/// <param name="Reached">The furthest stage it was in before it ended.</param>
public sealed record PlacementChanged(
    Guid Id, int Version, Guid JobId, Guid OrganisationId, Guid GraduateId, Guid? GraduateOrganisationId, string Stage,
    string Reached, string? EndReason, string Kind, DateTimeOffset AppliedAt, DateTimeOffset At);
