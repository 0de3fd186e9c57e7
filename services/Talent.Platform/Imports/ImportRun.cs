using Talent.Platform.Intake;

namespace Talent.Platform.Imports;

/// <summary>One uploaded file and how far its rows have been taken.</summary>
public sealed class ImportRun
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    const int MostStumbles = 5;
    const int MostNotes = 20;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    /// <summary>Whether the organisation was verified, as the uploading person's token said.</summary>
    public bool OrganisationVerified { get; init; }
    /// <summary>Who uploaded it.</summary>
    public required Guid AccountId { get; init; }
    public required string FileName { get; init; }
    /// <summary>Jobs only: publish the accepted rows at once.</summary>
    public bool Publish { get; init; }
    public string State { get; private set; } = Queued;
    public int Total { get; private set; }
    /// <summary>Rows committed so far, in the file's order.</summary>
    public int Processed { get; private set; }
    public int Accepted { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Rejected { get; private set; }
    /// <summary>How often in a row the same chunk of rows could not be taken for a reason that is not the
    /// rows'.</summary>
    public int Stumbles { get; private set; }
    /// <summary>Why the whole file could not be read.</summary>
    public RowError? Failure { get; private set; }
    /// <summary>What the sender should know although the file is taken.</summary>
    public IReadOnlyList<RowError> Notes { get; private set; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    /// <summary>Until when an instance holds the run; another takes it over afterwards.</summary>
    public DateTimeOffset LeaseUntil { get; private set; }

    public void Hold(DateTimeOffset until)
    {
        State = Running;
        LeaseUntil = until;
    }

    public void Start(int total, IReadOnlyList<RowError> notes)
    {
        Total = total;
        Notes = [.. notes.Take(MostNotes).Select(note => note.Quotable())];
    }

    public void Count(RowOutcome outcome)
    {
        Processed++;
        switch (outcome)
        {
            case RowOutcome.Accepted: Accepted++; break;
            case RowOutcome.Updated: Updated++; break;
            case RowOutcome.Unchanged: Unchanged++; break;
            default: Rejected++; break;
        }
    }

    public void Advance(DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        Stumbles = 0;
        UpdatedAt = now;
        LeaseUntil = leaseUntil;
    }

    /// <summary>Lets any instance go on from <paramref name="from"/>.</summary>
    public void Release(DateTimeOffset from) => LeaseUntil = from;

    /// <summary>The rows could not be taken: tried again after a growing pause, then given up with
    /// <paramref name="failure"/>.</summary>
    public void Stumble(RowError failure, DateTimeOffset now)
    {
        Stumbles++;
        if (Stumbles >= MostStumbles)
            Fail(failure, now);
        else
            Release(now.AddSeconds(0.5 * (1 << Stumbles)));
    }

    public void Finish(DateTimeOffset now)
    {
        State = Done;
        UpdatedAt = now;
    }

    public void Fail(RowError failure, DateTimeOffset now)
    {
        State = Failed;
        Failure = failure.Quotable();
        UpdatedAt = now;
    }
}

/// <summary>The uploaded bytes, kept until the import has ended so that a restart goes on after the last row
/// committed; apart from the run, which each chunk reads and writes.</summary>
public sealed class ImportFile
{
    public required Guid ImportId { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>What became of a row.</summary>
public enum RowOutcome { Accepted, Updated, Unchanged, Rejected }

/// <summary>One reason why a row was not taken.</summary>
public sealed class ImportRowError
{
    public required Guid ImportId { get; init; }
    /// <summary>1, 2, 3 … within the import.</summary>
    public required int Number { get; init; }
    public required int Row { get; init; }
    public required RowError Error { get; init; }
}
