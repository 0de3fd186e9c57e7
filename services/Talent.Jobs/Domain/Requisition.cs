using Talent.Contracts.Jobs;
using Talent.Platform;

namespace Talent.Jobs.Domain;

/// <summary>A job need and its life: draft → published ⇄ paused → closed. A closed one stays closed. While the
/// enterprise is not verified, publishing it holds it: it becomes public by itself once the office has verified the
/// enterprise, and a public one is held when the enterprise is suspended.</summary>
sealed class Requisition
{
    Requisition()
    {
    }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public string? ExternalId { get; private set; }
    public string State { get; private set; } = "";
    public int Version { get; private set; }
    public JobNeed Need { get; private set; } = null!;
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Whether everyone may see it: a draft that was closed never was for everyone.</summary>
    public bool IsPublic =>
        State is JobStates.Published || (State is JobStates.Closed && Need.PublishedAt is not null);

    /// <summary>A new one, as a draft.</summary>
    public static Requisition Draft(JobNeed content, Guid organisationId, string organisationName, DateTimeOffset now)
    {
        var requisition = new Requisition { OrganisationId = organisationId };
        requisition.Keep(content with
        {
            Id = OrderedIds.Next(now),
            OrganisationId = organisationId,
            OrganisationName = organisationName,
            Version = 1,
            State = JobStates.Draft,
            CreatedAt = now,
            UpdatedAt = now,
        });
        return requisition;
    }

    /// <summary>Replaces what is asked for; false when nothing differs.</summary>
    public bool Change(JobNeed content, DateTimeOffset now)
    {
        var changed = content with
        {
            Id = Need.Id,
            OrganisationId = Need.OrganisationId,
            OrganisationName = Need.OrganisationName,
            Version = Need.Version,
            State = Need.State,
            StateReason = Need.StateReason,
            CreatedAt = Need.CreatedAt,
            UpdatedAt = Need.UpdatedAt,
            PublishedAt = Need.PublishedAt,
        };
        if (JobContent.Same(changed, Need))
            return false;
        Keep(changed with { Version = Version + 1, UpdatedAt = now });
        return true;
    }

    /// <summary>Makes it visible to graduates, or holds it while the enterprise is not verified; returns an error, or
    /// null.</summary>
    public TransitionError? Publish(bool verified, DateTimeOffset now, DateOnly today)
    {
        if (State is not (JobStates.Draft or JobStates.Paused or JobStates.Held))
            return new TransitionError(State, JobStates.Published, [JobStates.Draft, JobStates.Paused]);
        if (State is JobStates.Held && !verified)
            return TransitionError.Held();
        if (Need.ClosesOn < today)
            return TransitionError.Closed(Need.ClosesOn.Value);
        Move(verified ? JobStates.Published : JobStates.Held, null, now);
        return null;
    }

    /// <summary>Follows what is known of the enterprise: its name, and whether what is to be public may be. False when
    /// nothing changes.</summary>
    public bool Follow(string organisationName, bool verified, DateTimeOffset now)
    {
        var state = State switch
        {
            JobStates.Held when verified => JobStates.Published,
            JobStates.Published when !verified => JobStates.Held,
            _ => State,
        };
        if (state == State && organisationName == OrganisationName)
            return false;
        Keep(Need with
        {
            OrganisationName = organisationName,
            State = state,
            Version = Version + 1,
            UpdatedAt = now,
            PublishedAt = state == JobStates.Published ? Need.PublishedAt ?? now : Need.PublishedAt,
        });
        return true;
    }

    /// <summary>Takes it out of sight for a while; returns an error, or null.</summary>
    public TransitionError? Pause(string? reason, DateTimeOffset now)
    {
        if (State is not (JobStates.Published or JobStates.Held))
            return new TransitionError(State, JobStates.Paused, [JobStates.Published, JobStates.Held]);
        Move(JobStates.Paused, reason, now);
        return null;
    }

    /// <summary>Ends it for good; returns an error, or null.</summary>
    public TransitionError? Close(string? reason, DateTimeOffset now)
    {
        if (State is JobStates.Closed)
            return new TransitionError(State, JobStates.Closed, JobStates.Open);
        Move(JobStates.Closed, reason, now);
        return null;
    }

    void Move(string state, string? reason, DateTimeOffset now) => Keep(Need with
    {
        State = state,
        StateReason = reason,
        Version = Version + 1,
        UpdatedAt = now,
        PublishedAt = state == JobStates.Published ? Need.PublishedAt ?? now : Need.PublishedAt,
    });

    void Keep(JobNeed need)
    {
        Need = need;
        Id = need.Id;
        OrganisationName = need.OrganisationName;
        ExternalId = need.ExternalId;
        State = need.State;
        Version = need.Version;
        UpdatedAt = need.UpdatedAt;
    }
}

/// <summary>The states of a job need.</summary>
static class JobStates
{
    public const string Draft = "draft";
    /// <summary>Published by an enterprise that is not verified: public as soon as it is.</summary>
    public const string Held = "held";
    public const string Published = "published";
    public const string Paused = "paused";
    public const string Closed = "closed";
    public static readonly string[] Open = [Draft, Held, Published, Paused];
    public static readonly string[] All = [.. Open, Closed];
}

/// <summary>Why a job need cannot go from one state to another.</summary>
/// <param name="Possible">The states from which it could.</param>
/// <param name="ClosedOn">The day that has passed, where that is why.</param>
sealed record TransitionError(
    string Code, string From, string To, IReadOnlyList<string> Possible, DateOnly? ClosedOn = null)
{
    public TransitionError(string from, string to, IReadOnlyList<string> possible)
        : this("wrong-state", from, to, possible)
    {
    }

    public static TransitionError Held() =>
        new("organisation-not-verified", JobStates.Held, JobStates.Published, [JobStates.Held]);

    public static TransitionError Closed(DateOnly on) =>
        new("closes-on-past", JobStates.Draft, JobStates.Published, [], on);
}
