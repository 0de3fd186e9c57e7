namespace Talent.Platform.Mail;

/// <summary>A mail to one person, plain text.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="Language">BCP 47, of the text.</param>
public sealed record Letter(string Address, string Subject, string Body, string Language);

/// <summary>A mail committed together with the change that it tells of, waiting to be sent. The row goes when it is.</summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }
    public required string Address { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int Attempts { get; set; }
    /// <summary>Not tried before this instant.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public string? LastError { get; set; }

    public static OutgoingMail Of(Letter letter, DateTimeOffset now) => new()
    {
        Id = OrderedIds.Next(now),
        Address = letter.Address,
        // A line break in a header would begin another header.
        Subject = string.Concat(letter.Subject.Where(sign => !char.IsControl(sign))),
        Body = letter.Body,
        Language = letter.Language,
        CreatedAt = now,
        DueAt = now,
    };
}
