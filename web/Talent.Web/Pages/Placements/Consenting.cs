using Talent.Contracts.Placements;

namespace Talent.Web.Pages.Placements;

/// <summary>Consents to apply on behalf.</summary>
internal static class Consenting
{
    /// <summary>True until its last day is over, unless it was withdrawn.</summary>
    public static bool Holds(Consent consent, DateTimeOffset now) =>
        consent.WithdrawnAt is null && consent.Until >= DateOnly.FromDateTime(now.UtcDateTime);
}
