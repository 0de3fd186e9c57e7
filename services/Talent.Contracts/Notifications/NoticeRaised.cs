namespace Talent.Contracts.Notifications;

/// <summary>Something happened that people are to be told. Travels with the change itself; each recipient gets one
/// update with the next number of their own sequence.</summary>
/// <param name="Id">UUIDv7; a notice told twice is kept once.</param>
/// <param name="Kind">A stable code that has texts in every language, e.g. <c>placement-moved</c>.</param>
/// <param name="Weight"><c>signal</c>: only refreshes pages that are open; <c>note</c>: also in the inbox and the
/// digest;
/// <c>action</c>: also by mail at once, outside quiet hours.</param>
/// <param name="Accounts">People told.</param>
/// <param name="Organisations">Organisations all of whose members are told.</param>
/// <param name="Except">The person who did it, who need not be told beyond a signal; null: nobody.</param>
/// <param name="SubjectType">What it is about: <c>placement</c>, <c>interview</c>, <c>offer</c> …</param>
/// <param name="Values">Filled into the kind's text by name; values of <c>stage</c>, <c>reason</c> … are codes that
/// are put in words of the reader's language, those that end in <c>At</c> are RFC 3339 instants shown in the reader's
/// zone.</param>
/// <param name="Link">Where it leads, without host and language, e.g. <c>/placements/…</c>.</param>
public sealed record NoticeRaised(
    Guid Id, string Kind, string Weight, IReadOnlyList<Guid> Accounts, IReadOnlyList<Guid> Organisations, Guid? Except,
    string SubjectType, Guid SubjectId, IReadOnlyDictionary<string, string> Values, string Link, DateTimeOffset At);

/// <summary>How much a notice asks for attention.</summary>
public static class NoticeWeights
{
    public const string Signal = "signal";
    public const string Note = "note";
    public const string Action = "action";
}

/// <summary>One update of a person: pushed as <c>update</c> over <c>/hubs/live</c> and an item of <c>GET
/// /notifications?after=&amp;limit=</c> (oldest first; <c>?inbox=true</c>: newest first, without signals).</summary>
/// <param name="Seq">The person's own sequence, from 1 without a gap.</param>
/// <param name="Text">In the reader's language; empty for a signal.</param>
/// <param name="Link">Without host and language.</param>
public sealed record Update(
    long Seq, string Kind, string Weight, DateTimeOffset At, UpdateSubject Subject, string Text, string Link,
    bool Read);

public sealed record UpdateSubject(string Type, Guid Id);

/// <param name="Last">The newest number of the caller's sequence.</param>
/// <param name="Unread">Updates of the inbox that were not read.</param>
/// <param name="Next">The number to go on after; null at the end.</param>
public sealed record UpdatePage(IReadOnlyList<Update> Items, long Last, int Unread, long? Next);

/// <summary><c>POST /notifications/read</c>: all up to a number.</summary>
public sealed record ReadInput(long? UpTo);

/// <summary>How a person wants to be told: <c>GET</c> and <c>PUT /notifications/preferences</c>.</summary>
/// <param name="QuietFrom">Local time <c>HH:mm</c> in the account's zone; default 21:00.</param>
/// <param name="QuietTo">Default 08:00; equal to <paramref name="QuietFrom"/>: no quiet hours.</param>
/// <param name="DigestAt">Local time of the daily digest; default 08:00.</param>
/// <param name="Kinds">Mail per kind: <c>now</c>, <c>digest</c> or <c>never</c>; kinds not named follow their
/// weight.</param>
public sealed record NotificationPreferences(
    string? QuietFrom, string? QuietTo, string? DigestAt, IReadOnlyDictionary<string, string>? Kinds);
