using Talent.Contracts.Platform;

namespace Talent.Contracts.Notifications;

/// <summary>A notice was stored for its recipients: tells every instance of the notifications service, which pushes it to
/// those of them that are connected to it.</summary>
/// <param name="Recipients">Each with the number in their own sequence.</param>
[Fleeting]
public sealed record UpdatesStored(
    Guid NoticeId, string Kind, string SubjectType, Guid SubjectId, IReadOnlyDictionary<string, string> Values, string Link,
    DateTimeOffset At, IReadOnlyList<UpdateRecipient> Recipients);

/// <param name="Weight">One of <see cref="NoticeWeights"/>; who did it gets a signal only.</param>
public sealed record UpdateRecipient(Guid AccountId, long Seq, string Weight);
