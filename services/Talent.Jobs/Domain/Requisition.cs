using Talent.Contracts.Jobs;
using Talent.Platform;

namespace Talent.Jobs.Domain;

/// <summary>A job need and its life: draft → published ⇄ paused → closed. A closed one stays closed.</summary>
sealed class Requisition
{
    Requisition()
    {
    }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
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

    /// <summary>Makes it visible to graduates; returns an error, or null.</summary>
    public TransitionError? Publish(DateTimeOffset now, DateOnly today)
    {
        if (State is not (JobStates.Draft or JobStates.Paused))
            return new TransitionError(State, JobStates.Published, [JobStates.Draft, JobStates.Paused]);
        if (Need.ClosesOn < today)
            return TransitionError.Closed(Need.ClosesOn.Value);
        Move(JobStates.Published, null, now);
        return null;
    }

    /// <summary>Takes it out of sight for a while; returns an error, or null.</summary>
    public TransitionError? Pause(string? reason, DateTimeOffset now)
    {
        if (State is not JobStates.Published)
            return new TransitionError(State, JobStates.Paused, [JobStates.Published]);
        Move(JobStates.Paused, reason, now);
        return null;
    }

    /// <summary>Ends it for good; returns an error, or null.</summary>
    public TransitionError? Close(string? reason, DateTimeOffset now)
    {
        if (State is JobStates.Closed)
            return new TransitionError(State, JobStates.Closed, [JobStates.Draft, JobStates.Published, JobStates.Paused]);
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
    public const string Published = "published";
    public const string Paused = "paused";
    public const string Closed = "closed";
    public static readonly string[] All = [Draft, Published, Paused, Closed];
}

/// <summary>Why a job need cannot go from one state to another.</summary>
sealed record TransitionError(string Code, string Message)
{
    public TransitionError(string from, string to, IReadOnlyList<string> possible)
        : this("wrong-state", $"A {from} job need cannot become {to}; it must be {string.Join(" or ", possible)}.")
    {
    }

    public static TransitionError Closed(DateOnly on) => new(
        "closes-on-past", $"Applications closed on {on:yyyy-MM-dd}; set a later closesOn before publishing.");
}
