namespace Talent.Contracts.Placements;

/// <summary>The steps of an application and of the placement it becomes, in order; the last two end it.</summary>
public static class Stages
{
    /// <summary>The employer has not answered yet: the reply clock runs.</summary>
    public const string Applied = "applied";
    public const string Screened = "screened";
    public const string Shortlisted = "shortlisted";
    public const string Interview = "interview";
    public const string Offer = "offer";
    /// <summary>An offer was accepted: one of the job's openings is taken.</summary>
    public const string Accepted = "accepted";
    /// <summary>Documents and the work permit are being obtained.</summary>
    public const string Permit = "permit";
    /// <summary>Travel, or preparing the remote start.</summary>
    public const string Departure = "departure";
    /// <summary>At work; followed up after 1, 3, 6 and 12 months.</summary>
    public const string Started = "started";
    /// <summary>Still at work after 12 months.</summary>
    public const string Lasting = "lasting";
    /// <summary>Over, for one of <see cref="EndReasons"/>.</summary>
    public const string Ended = "ended";

    public static IReadOnlyList<string> All { get; } =
        [Applied, Screened, Shortlisted, Interview, Offer, Accepted, Permit, Departure, Started, Lasting, Ended];
}

/// <summary>Why an application or a placement ended.</summary>
public static class EndReasons
{
    /// <summary>The employer refused, for one of <see cref="RefusalReasons"/>.</summary>
    public const string Refused = "refused";
    /// <summary>The employer did not answer in time.</summary>
    public const string NoReply = "no-reply";
    /// <summary>The graduate withdrew.</summary>
    public const string Withdrawn = "withdrawn";
    /// <summary>The graduate accepted another offer.</summary>
    public const string AcceptedElsewhere = "accepted-elsewhere";
    public const string OfferDeclined = "offer-declined";
    public const string OfferExpired = "offer-expired";
    /// <summary>The job was closed.</summary>
    public const string JobClosed = "job-closed";
    /// <summary>Every opening of the job was taken.</summary>
    public const string Filled = "filled";
    /// <summary>The work permit was refused.</summary>
    public const string PermitRefused = "permit-refused";
    /// <summary>The graduate did not start.</summary>
    public const string NotStarted = "not-started";
    /// <summary>The graduate left the work.</summary>
    public const string Left = "left";
    /// <summary>The employer ended the work.</summary>
    public const string Dismissed = "dismissed";
    /// <summary>The agreed term was over.</summary>
    public const string TermOver = "term-over";

    public static IReadOnlyList<string> All { get; } =
    [
        Refused, NoReply, Withdrawn, AcceptedElsewhere, OfferDeclined, OfferExpired, JobClosed, Filled, PermitRefused,
        NotStarted, Left, Dismissed, TermOver,
    ];
}

/// <summary>Why an employer refuses; each is told to the graduate in kind words of their own language.</summary>
public static class RefusalReasons
{
    public const string Skills = "skills";
    public const string Experience = "experience";
    public const string Language = "language";
    public const string Certificate = "certificate";
    public const string Permit = "permit";
    public const string Availability = "availability";
    public const string Pay = "pay";
    public const string OthersFitBetter = "others-fit-better";

    public static IReadOnlyList<string> All { get; } =
        [Skills, Experience, Language, Certificate, Permit, Availability, Pay, OthersFitBetter];
}

/// <summary>Who did something to a placement.</summary>
public static class Sides
{
    public const string Employer = "employer";
    public const string Graduate = "graduate";
    public const string Coordinator = "coordinator";
    public const string Office = "office";
    /// <summary>A clock of the platform.</summary>
    public const string Platform = "platform";
}

/// <summary>The named exceptions that let a step be left out.</summary>
public static class StepExceptions
{
    /// <summary>From shortlisted straight to the offer: the employer knows the graduate from training or another
    /// interview.</summary>
    public const string WithoutInterview = "without-interview";
    /// <summary>From accepted straight to the departure: no permit is needed.</summary>
    public const string NoPermitNeeded = "no-permit-needed";
    /// <summary>From applied straight to shortlisted: order-based training, the graduate was trained for this
    /// job.</summary>
    public const string TrainedForThisJob = "trained-for-this-job";

    public static IReadOnlyList<string> All { get; } = [WithoutInterview, NoPermitNeeded, TrainedForThisJob];
}
