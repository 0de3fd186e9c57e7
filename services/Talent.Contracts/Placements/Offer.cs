using Talent.Contracts.Jobs;

namespace Talent.Contracts.Placements;

/// <summary>What an offer promises: the <c>terms</c> of <c>POST /placements/offers</c>. What a template knows for the
/// country and contract is filled in by <c>GET /placements/offers/template?application=</c>.</summary>
public sealed record OfferTerms
{
    /// <summary>At most 200 characters.</summary>
    public string? Title { get; init; }
    /// <summary>As the job's.</summary>
    public string? Contract { get; init; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }
    public string? City { get; init; }
    /// <summary><c>onsite</c>, <c>hybrid</c> or <c>remote</c>.</summary>
    public string? Mode { get; init; }
    /// <summary>Above 0.</summary>
    public decimal? Pay { get; init; }
    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }
    /// <summary><c>hour</c>, <c>month</c> or <c>year</c>.</summary>
    public string? PayPeriod { get; init; }
    /// <summary>Pay is after tax and contributions.</summary>
    public bool? PayNet { get; init; }
    /// <summary>Tax and contributions as a share of gross pay, 0 to 70, as the employer estimates them.</summary>
    public decimal? DeductionsPercent { get; init; }
    /// <summary>1 to 60.</summary>
    public decimal? HoursPerWeek { get; init; }
    /// <summary>IANA zone of the working hours.</summary>
    public string? Zone { get; init; }
    public DateOnly? StartsOn { get; init; }
    /// <summary>Null: for good.</summary>
    public DateOnly? EndsOn { get; init; }
    /// <summary>0 to 12.</summary>
    public int? ProbationMonths { get; init; }
    /// <summary>0 to 180.</summary>
    public int? NoticeDays { get; init; }
    public IReadOnlyList<Fee>? Fees { get; init; }
    /// <summary>As the job's.</summary>
    public string? Permit { get; init; }
    /// <summary>Who pays the travel: <c>employer</c>, <c>graduate</c> or <c>shared</c>.</summary>
    public string? Travel { get; init; }
    /// <summary>Further terms, at most 4,000 characters.</summary>
    public string? Other { get; init; }
}

/// <summary><c>POST /placements/offers</c>; another offer for the same application replaces the open one as its next
/// version.</summary>
/// <param name="ExpiresOn">The last day to answer, in the job's zone; 1 to 60 days ahead, default 7.</param>
/// <param name="Exception"><see cref="StepExceptions.WithoutInterview"/> to make it from <c>shortlisted</c>.</param>
public sealed record OfferInput(
    Guid? ApplicationId, OfferTerms? Terms, DateOnly? ExpiresOn = null, string? Exception = null);

/// <summary><c>GET /placements/offers/template?application=</c>: what the job says and what is usual, to be
/// changed.</summary>
/// <param name="ExpiresOn">What <see cref="OfferInput.ExpiresOn"/> would be.</param>
/// <param name="Sources">Where the values that the job does not say come from.</param>
public sealed record OfferTemplate(OfferTerms Terms, DateOnly ExpiresOn, IReadOnlyList<TermSource> Sources);

/// <param name="Term">Member of <see cref="OfferTerms"/>: <c>hoursPerWeek</c>, <c>probationMonths</c>,
/// <c>noticeDays</c>.</param>
/// <param name="Source">The law that says so; null: a neutral default, no country's rule.</param>
public sealed record TermSource(string Term, string? Source);

/// <summary><c>POST /placements/offers/{id}/accept</c></summary>
/// <param name="SignedName">The graduate's name, typed.</param>
/// <param name="DocumentHash">The hash that the offer shows: what was read is what is signed.</param>
/// <param name="OtherApplications"><c>withdraw</c> or <c>keep</c>; required while there are open ones.</param>
public sealed record AcceptanceInput(string? SignedName, string? DocumentHash, string? OtherApplications = null);

/// <summary><c>POST /placements/offers/{id}/decline|withdraw</c>; at most 1,000 characters, required.</summary>
public sealed record OfferReason(string? Reason);

/// <summary>One version of an offer.</summary>
public sealed record Offer
{
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }
    /// <summary>1 for the application's first.</summary>
    public required int Number { get; init; }
    /// <summary><c>open</c>, <c>accepted</c>, <c>declined</c>, <c>withdrawn</c>, <c>expired</c> or
    /// <c>replaced</c>.</summary>
    public required string State { get; init; }
    public required OfferTerms Terms { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
    /// <summary>Answered before this instant, or expired.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>SHA-256 in hex of the terms as canonical JSON.</summary>
    public required string DocumentHash { get; init; }
    /// <summary>Beside what the job advertised, in the order to be shown.</summary>
    public IReadOnlyList<TermComparison> Comparison { get; init; } = [];
    public TakeHome? TakeHome { get; init; }
    public string? Reason { get; init; }
    public OfferSignature? Signature { get; init; }
}

/// <summary>One term, advertised and offered.</summary>
/// <param name="Term">A stable code: <c>pay</c>, <c>contract</c>, <c>mode</c>, <c>place</c>, <c>start</c>,
/// <c>permit</c>, <c>fees</c>.</param>
/// <param name="Advertised">In the reader's language; null: nothing was said.</param>
/// <param name="Offered">In the reader's language.</param>
/// <param name="Worse">True when the offer is worse for the graduate than what was advertised.</param>
public sealed record TermComparison(string Term, string? Advertised, string? Offered, bool Worse);

/// <summary>An estimate of what is left each month, in the graduate's currency.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Rate">Units of it for one unit of the offer's currency.</param>
/// <param name="RateOn">The rate's date.</param>
/// <param name="RateSource">Who says so.</param>
/// <param name="AfterDeductions">False: nothing is known of deductions, the amount is before them.</param>
public sealed record TakeHome(
    decimal Amount, string Currency, decimal Rate, DateOnly RateOn, string RateSource, bool AfterDeductions);

/// <summary>Who signed, when, what.</summary>
public sealed record OfferSignature(string SignedName, DateTimeOffset At, string DocumentHash);
