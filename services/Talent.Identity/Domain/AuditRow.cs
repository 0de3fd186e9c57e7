namespace Talent.Identity.Domain;

/// <summary>An entry of the audit trail. The store refuses to change or delete one.</summary>
sealed class AuditRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? AccountId { get; init; }
    public required string Actor { get; init; }
    public required Guid? OrganisationId { get; init; }
    public required string Action { get; init; }
    public required string SubjectType { get; init; }
    public required string? SubjectId { get; init; }
    public required string? Detail { get; init; }
    public required string? Address { get; init; }
    public required string? Agent { get; init; }
}
