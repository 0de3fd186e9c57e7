using NodaTime;

namespace Talent.Placements.Calendar;

/// <summary>An appointment as a calendar keeps it.</summary>
/// <param name="Uid">The same for all versions of the appointment.</param>
/// <param name="Sequence">Rises with each change that a calendar must take over.</param>
/// <param name="ChangedAt">When this version was made.</param>
/// <param name="ZoneId">IANA zone in which it was agreed.</param>
/// <param name="Status"><c>CONFIRMED</c>, <c>TENTATIVE</c> or <c>CANCELLED</c>.</param>
/// <param name="Place">An address or a link.</param>
/// <param name="Link">The page of it; absolute.</param>
sealed record CalendarEvent(
    string Uid, int Sequence, Instant ChangedAt, Instant Start, Instant End, string ZoneId, string Status, string Summary,
    string Description, string Place, Uri? Link)
{
    /// <summary>Who asks for it; null where addresses are not the reader's business.</summary>
    public CalendarPerson? Organiser { get; init; }
    /// <summary>Who is asked.</summary>
    public CalendarPerson? Attendee { get; init; }
}

/// <param name="Address">A mail address.</param>
sealed record CalendarPerson(string Name, string Address);
