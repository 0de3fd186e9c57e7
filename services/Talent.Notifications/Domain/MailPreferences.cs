using Talent.Contracts.Notifications;

namespace Talent.Notifications.Domain;

/// <summary>When a person wants mails.</summary>
sealed class MailPreferences
{
    public const string DefaultQuietFrom = "21:00";
    public const string DefaultQuietTo = "08:00";
    public const string DefaultDigestAt = "08:00";

    public required Guid AccountId { get; init; }
    /// <summary>Local time, <c>HH:mm</c>.</summary>
    public required string QuietFrom { get; set; }
    public required string QuietTo { get; set; }
    public required string DigestAt { get; set; }
    /// <summary>One of <see cref="MailTimings"/> by kind of notice.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; set; }

    public static MailPreferences DefaultOf(Guid account) => new()
    {
        AccountId = account,
        QuietFrom = DefaultQuietFrom,
        QuietTo = DefaultQuietTo,
        DigestAt = DefaultDigestAt,
        Kinds = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    /// <summary>When this person is mailed about a notice: what they chose for its kind, else by its weight. A signal is
    /// never mailed.</summary>
    public string TimingOf(string kind, string weight) => weight switch
    {
        NoticeWeights.Signal => MailTimings.Never,
        _ when Kinds.TryGetValue(kind, out var chosen) => chosen,
        NoticeWeights.Action => MailTimings.Now,
        _ => MailTimings.Digest,
    };

    public NotificationPreferences View() => new(QuietFrom, QuietTo, DigestAt, Kinds);
}

/// <summary>An update that is to be mailed later: after the quiet hours or with the daily digest.</summary>
sealed class WaitingMail
{
    public required Guid AccountId { get; init; }
    public required long Seq { get; init; }
    /// <summary>One of <see cref="MailTimings"/>.</summary>
    public required string Timing { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required DateTimeOffset DueAt { get; set; }
}
