using Talent.Contracts.Placements;
using Talent.Platform;

namespace Talent.Placements.Domain;

/// <summary>An interview of an application: proposed times, of which the graduate books one; moved, cancelled, held and
/// scored. That a time has one booking only, the bookings see to.</summary>
sealed class InterviewRound
{
    InterviewRound()
    {
    }

    public Guid Id { get; private set; }
    public Guid PlacementId { get; private set; }
    public Guid JobId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid GraduateId { get; private set; }
    public int Version { get; private set; }
    /// <summary>iCalendar's: rises with what a calendar must take over.</summary>
    public int Sequence { get; private set; }
    public string State { get; private set; } = "";
    public IReadOnlyList<Slot> Slots { get; private set; } = [];
    public DateTimeOffset? BookedStart { get; private set; }
    public DateTimeOffset? BookedEnd { get; private set; }
    public string Zone { get; private set; } = "";
    public string Place { get; private set; } = "";
    public IReadOnlyList<string> Panel { get; private set; } = [];
    public string? Message { get; private set; }
    public string? CancelReason { get; private set; }
    /// <summary>The person who proposed it: who a calendar names as its organiser.</summary>
    public string OrganiserName { get; private set; } = "";
    public string OrganiserEmail { get; private set; } = "";
    public Scorecard? Scorecard { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Neither cancelled nor over.</summary>
    public bool IsOpen => State is InterviewStates.Proposed or InterviewStates.Booked;

    public Slot? Booked => BookedStart is { } start && BookedEnd is { } end ? new Slot(start, end) : null;

    public static InterviewRound Propose(InterviewOf of, InterviewPlan plan, Organiser organiser, DateTimeOffset now) => new()
    {
        Id = OrderedIds.Next(now),
        PlacementId = of.PlacementId,
        JobId = of.JobId,
        OrganisationId = of.OrganisationId,
        GraduateId = of.GraduateId,
        Version = 1,
        State = InterviewStates.Proposed,
        Slots = plan.Slots,
        Zone = plan.Zone,
        Place = plan.Place,
        Panel = plan.Panel,
        Message = plan.Message,
        OrganiserName = organiser.Name,
        OrganiserEmail = organiser.Email,
        ProposedAt = now,
        ChangedAt = now,
    };

    /// <summary>The graduate picks a time.</summary>
    public InterviewError? Book(DateTimeOffset start, DateTimeOffset now) => State switch
    {
        InterviewStates.Proposed => Take(start, now),
        InterviewStates.Booked => new InterviewError("already-booked", BookedStart),
        _ => Over(),
    };

    /// <summary>Either side takes another of the times.</summary>
    public InterviewError? MoveTo(DateTimeOffset start, DateTimeOffset now)
    {
        if (!IsOpen)
            return Over();
        if (State is not InterviewStates.Booked)
            return new InterviewError("not-booked");
        if (BookedStart <= now)
            return new InterviewError("interview-begun", BookedStart);
        return start == BookedStart ? new InterviewError("same-time", start) : Take(start, now);
    }

    /// <summary>The employer proposes other times, of which the graduate picks anew.</summary>
    public InterviewError? ProposeAnew(IReadOnlyList<Slot> slots, DateTimeOffset now)
    {
        if (!IsOpen)
            return Over();
        if (BookedStart <= now)
            return new InterviewError("interview-begun", BookedStart);
        Slots = slots;
        (BookedStart, BookedEnd) = (null, null);
        State = InterviewStates.Proposed;
        Change(now);
        return null;
    }

    public InterviewError? Cancel(string? reason, DateTimeOffset now)
    {
        if (!IsOpen)
            return Over();
        if (BookedStart <= now)
            return new InterviewError("interview-begun", BookedStart);
        State = InterviewStates.Cancelled;
        CancelReason = reason;
        Change(now);
        return null;
    }

    /// <summary>Its time is over; false when there is nothing to say so of.</summary>
    public bool Hold(DateTimeOffset now)
    {
        if (State is not InterviewStates.Booked || BookedEnd > now)
            return false;
        State = InterviewStates.Held;
        Version++;
        ChangedAt = now;
        return true;
    }

    /// <summary>What the employer found; it can be written anew.</summary>
    public InterviewError? Score(Scorecard scorecard, DateTimeOffset now)
    {
        if (State is InterviewStates.Cancelled)
            return Over();
        if (BookedStart is not { } start || start > now)
            return new InterviewError("not-begun", BookedStart);
        Scorecard = scorecard;
        Version++;
        ChangedAt = now;
        return null;
    }

    InterviewError? Take(DateTimeOffset start, DateTimeOffset now)
    {
        if (Slots.FirstOrDefault(slot => slot.Start == start) is not { } slot)
            return new InterviewError("not-a-slot", start);
        if (slot.Start <= now)
            return new InterviewError("slot-over", start);
        (BookedStart, BookedEnd) = (slot.Start, slot.End);
        State = InterviewStates.Booked;
        Change(now);
        return null;
    }

    void Change(DateTimeOffset now)
    {
        Version++;
        Sequence++;
        ChangedAt = now;
    }

    InterviewError Over() => new(State is InterviewStates.Cancelled ? "interview-cancelled" : "interview-held", BookedStart);
}

/// <summary>Whose interview it is, for what.</summary>
sealed record InterviewOf(Guid PlacementId, Guid JobId, Guid OrganisationId, Guid GraduateId);

/// <summary>What is proposed, checked.</summary>
sealed record InterviewPlan(
    IReadOnlyList<Slot> Slots, string Zone, string Place, IReadOnlyList<string> Panel, string? Message);

/// <param name="Email">Empty for a key, which has none.</param>
sealed record Organiser(string Name, string Email);

/// <summary>Why an interview cannot be changed like that.</summary>
/// <param name="At">The time it is about.</param>
sealed record InterviewError(string Code, DateTimeOffset? At = null);

static class InterviewStates
{
    public const string Proposed = "proposed";
    public const string Booked = "booked";
    public const string Cancelled = "cancelled";
    public const string Held = "held";
}
