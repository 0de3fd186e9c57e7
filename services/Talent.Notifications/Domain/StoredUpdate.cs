namespace Talent.Notifications.Domain;

/// <summary>The sequence of one person. Its row is locked by whoever takes the next number until that update is in the store:
/// the numbers have no gap, and who sees one sees all before it.</summary>
sealed class Recipient
{
    public required Guid AccountId { get; init; }
    public required long LastSeq { get; set; }
    public required long ReadUpTo { get; set; }
    /// <summary>Of the inbox: those above <see cref="ReadUpTo"/> that are no signals.</summary>
    public required int Unread { get; set; }
}

/// <summary>What happened, once for all who are told.</summary>
sealed class Notice
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string SubjectType { get; init; }
    public required Guid SubjectId { get; init; }
    public required IReadOnlyDictionary<string, string> Values { get; init; }
    public required string Link { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A notice in the sequence of one person.</summary>
sealed class StoredUpdate
{
    public required Guid AccountId { get; init; }
    public required long Seq { get; init; }
    public required Guid NoticeId { get; init; }
    public required string Weight { get; init; }
    /// <summary>Everything but signals, which are forgotten after a month.</summary>
    public required bool InInbox { get; init; }
    public required DateTimeOffset StoredAt { get; init; }
}
