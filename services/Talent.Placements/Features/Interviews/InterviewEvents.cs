using NodaTime;
using Talent.Placements.Calendar;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Interviews;

/// <summary>Interviews as appointments. One that is not booked yet stands at its first time, tentatively, and moves from
/// there: a calendar never keeps a time that was only proposed.</summary>
static class InterviewEvents
{
    const string UnnamedHost = "talent.example";

    public static CalendarEvent Of(InterviewRound round, PlacementCase of, PublicAddress address, bool withPeople)
    {
        var time = round.Booked ?? round.Slots[0];
        var hasPeople = withPeople && round.OrganiserEmail.Length > 0 && !string.IsNullOrEmpty(of.Graduate.Email);
        return new CalendarEvent(
            $"{round.Id}@{address.Configured?.Host ?? UnnamedHost}", round.Sequence, Instant.FromDateTimeOffset(round.ChangedAt),
            Instant.FromDateTimeOffset(time.Start), Instant.FromDateTimeOffset(time.End), round.Zone, StatusOf(round),
            InterviewTexts.Of("calendar-summary", of.Graduate.Name, of.Job.Title, of.Job.OrganisationName),
            Description(round, of), round.Place, new Uri(address.Of($"/placements/{round.PlacementId}")))
        {
            Organiser = hasPeople ? new CalendarPerson(round.OrganiserName, round.OrganiserEmail) : null,
            Attendee = hasPeople ? new CalendarPerson(of.Graduate.Name, of.Graduate.Email!) : null,
        };
    }

    static string StatusOf(InterviewRound round) => round.State switch
    {
        InterviewStates.Proposed => "TENTATIVE",
        InterviewStates.Cancelled => "CANCELLED",
        _ => "CONFIRMED",
    };

    static string Description(InterviewRound round, PlacementCase of)
    {
        var lines = new List<string>();
        if (round.State == InterviewStates.Proposed)
        {
            lines.Add(InterviewTexts.Of("calendar-proposed"));
            lines.AddRange(round.Slots.Select(slot => InterviewErrors.Say(slot.Start, round.Zone)));
        }
        else if ((round.Booked ?? round.Slots[0]) is { } time)
        {
            foreach (var zone in new[] { round.Zone, of.Graduate.Zone }.Distinct(StringComparer.Ordinal))
                lines.Add(InterviewErrors.Say(time.Start, zone));
        }
        if (round.Panel.Count > 0)
            lines.Add(InterviewTexts.Of(
                "calendar-panel", string.Join(Platform.Texts.TextLanguage.Current.ListSeparator, round.Panel)));
        if ((round.CancelReason ?? round.Message) is { } words)
            lines.Add(words);
        return string.Join('\n', lines);
    }
}
