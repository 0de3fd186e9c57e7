using Talent.Contracts.Placements;
using Talent.Platform;

namespace Talent.Placements.Domain;

/// <summary>One version of an offer: open until it is answered, withdrawn, replaced by the next, or its time is over. Its
/// terms never change.</summary>
sealed class OfferVersion
{
    OfferVersion()
    {
    }

    public Guid Id { get; private set; }
    public Guid PlacementId { get; private set; }
    public int Number { get; private set; }
    /// <summary>Rises with each change of its state.</summary>
    public int Version { get; private set; }
    public string State { get; private set; } = "";
    public OfferTerms Terms { get; private set; } = null!;
    public string DocumentHash { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTimeOffset ExpiresAt { get; private set; }
    public string? Reason { get; private set; }
    public string? SignedName { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public Guid? SignedBy { get; private set; }

    public static OfferVersion Make(
        Guid placementId, int number, OfferTerms terms, DateTimeOffset expiresAt, string madeBy, DateTimeOffset now) => new()
        {
            Id = OrderedIds.Next(now),
            PlacementId = placementId,
            Number = number,
            Version = 1,
            State = OfferStates.Open,
            Terms = terms,
            DocumentHash = OfferDocument.Hash(terms),
            MadeAt = now,
            MadeBy = madeBy,
            ExpiresAt = expiresAt,
        };

    /// <summary>Signs what was read.</summary>
    /// <param name="documentHash">Of the document that was read.</param>
    public OfferError? Accept(string signedName, Guid account, string documentHash, DateTimeOffset now)
    {
        if (Answered(now) is { } error)
            return error;
        if (!string.Equals(documentHash, DocumentHash, StringComparison.OrdinalIgnoreCase))
            return new OfferError("document-differs");
        (SignedName, SignedBy, SignedAt) = (signedName, account, now);
        Become(OfferStates.Accepted, null);
        return null;
    }

    public OfferError? Decline(string reason, DateTimeOffset now)
    {
        if (Answered(now) is { } error)
            return error;
        Become(OfferStates.Declined, reason);
        return null;
    }

    public OfferError? Withdraw(string? reason, DateTimeOffset now)
    {
        if (Answered(now) is { } error)
            return error;
        Become(OfferStates.Withdrawn, reason);
        return null;
    }

    /// <summary>The next version takes its place.</summary>
    public void Replace()
    {
        if (State is OfferStates.Open)
            Become(OfferStates.Replaced, null);
    }

    /// <summary>Its time is over; false when it is not, or it was answered before.</summary>
    public bool Expire(DateTimeOffset now)
    {
        if (State is not OfferStates.Open || now < ExpiresAt)
            return false;
        Become(OfferStates.Expired, null);
        return true;
    }

    OfferError? Answered(DateTimeOffset now) => State switch
    {
        OfferStates.Open when now >= ExpiresAt => new OfferError("offer-expired"),
        OfferStates.Open => null,
        _ => new OfferError($"offer-{State}"),
    };

    void Become(string state, string? reason)
    {
        State = state;
        Reason = reason;
        Version++;
    }
}

/// <summary>Why an offer cannot be answered like that: <c>offer-accepted</c>, <c>offer-declined</c>, <c>offer-withdrawn</c>,
/// <c>offer-expired</c>, <c>offer-replaced</c> or <c>document-differs</c>.</summary>
sealed record OfferError(string Code);

static class OfferStates
{
    public const string Open = "open";
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string Withdrawn = "withdrawn";
    public const string Expired = "expired";
    public const string Replaced = "replaced";
}
