namespace Talent.Contracts.Placements;

/// <summary><c>POST /placements/applications</c></summary>
/// <param name="OnBehalfOf">The graduate a coordinator applies for, with a consent that has not expired.</param>
/// <param name="Letter">What the graduate tells the employer, at most 4,000 characters.</param>
public sealed record ApplicationInput(Guid? JobId, Guid? OnBehalfOf = null, string? Letter = null);

/// <summary><c>POST /placements/applications/{id}/advance</c></summary>
/// <param name="To">The stage meant; when given it must be the next one, or the one an exception leads to.</param>
/// <param name="Reason">At most 1,000 characters; seen by both sides.</param>
/// <param name="Exception">One of <see cref="StepExceptions"/>.</param>
/// <param name="On">The day it happened, for <c>started</c>; default today in the job's zone.</param>
public sealed record AdvanceInput(
    string? To = null, string? Reason = null, string? Exception = null, DateOnly? On = null);

/// <summary><c>POST …/reject</c></summary>
/// <param name="Reason">One of <see cref="RefusalReasons"/>; required.</param>
/// <param name="Comment">Added to the kind words, at most 1,000 characters.</param>
public sealed record RefusalInput(string? Reason, string? Comment = null);

/// <summary><c>POST …/withdraw</c> by the graduate or, with consent, the coordinator.</summary>
/// <param name="Reason">At most 1,000 characters; required.</param>
public sealed record WithdrawalInput(string? Reason);

/// <summary><c>POST …/end</c> after acceptance.</summary>
/// <param name="Reason">Of <see cref="EndReasons"/>: <c>permit-refused</c>, <c>not-started</c>, <c>left</c>,
/// <c>dismissed</c>, <c>term-over</c>.</param>
public sealed record EndInput(string? Reason, string? Comment = null, DateOnly? On = null);

/// <summary><c>POST …/notes</c>, the employer's own; at most 4,000 characters.</summary>
public sealed record NoteInput(string? Text);

/// <summary><c>PUT …/permit</c>; members as in <see cref="PermitProgress"/>.</summary>
public sealed record PermitInput(
    string? State, DateOnly? AppliedOn = null, DateOnly? GrantedOn = null, DateOnly? ArrivesOn = null,
    string? Comment = null);

/// <summary><c>POST /placements/{id}/follow-ups</c>; members as in <see cref="FollowUp"/>.</summary>
/// <param name="On">The day asked; default today.</param>
public sealed record FollowUpInput(
    int? Month, bool? AtWork, decimal? Pay = null, string? Currency = null, int? Satisfaction = null,
    string? Comment = null, DateOnly? On = null);

/// <summary><c>POST /placements/applications/moves</c>: the same step for several, each on its own.</summary>
/// <param name="Ids">1 to 100.</param>
/// <param name="Action"><c>advance</c> or <c>reject</c>.</param>
/// <param name="To">As in <see cref="AdvanceInput"/>.</param>
/// <param name="Reason">As in <see cref="AdvanceInput"/> or <see cref="RefusalInput"/>.</param>
public sealed record BulkMoveInput(
    IReadOnlyList<Guid>? Ids, string? Action, string? To = null, string? Reason = null, string? Comment = null);

/// <summary>What became of each: done, or the problem's code and what it says.</summary>
public sealed record BulkMoveResult(IReadOnlyList<BulkMoveItem> Items);

/// <param name="Code">Null when it was done.</param>
public sealed record BulkMoveItem(Guid Id, bool Done, string? Code, string? Message);

/// <summary><c>POST /placements/consents</c>: a graduate lets the own college apply for them; or a coordinator records
/// that the graduate said so.</summary>
/// <param name="GraduateId">For a coordinator; a graduate's own is known.</param>
/// <param name="Until">The last day, at most 366 days ahead.</param>
/// <param name="How">For a coordinator: how the consent was given, e.g. on which paper; at most 500 characters.</param>
public sealed record ConsentInput(Guid? GraduateId, DateOnly? Until, string? How = null);

/// <summary>A consent to apply on behalf: an item of <c>GET /placements/consents</c>; <c>DELETE
/// /placements/consents/{id}</c> withdraws it.</summary>
public sealed record Consent(
    Guid Id, Guid GraduateId, string GraduateName, Guid OrganisationId, string OrganisationName, DateOnly Until,
    string? How, string RecordedBy, DateTimeOffset RecordedAt, DateTimeOffset? WithdrawnAt);
