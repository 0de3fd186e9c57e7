using System.Globalization;
using Talent.Contracts.Graduates;
using Talent.Platform.Intake;

namespace Talent.Graduates.Features.Cv;

/// <summary>Certificates as a person reads them, and as the platform writes them:
/// <c>brics-skills-passport/industrial-robotics:2</c>.</summary>
static class CertificateName
{
    public static string Of(Certificate held)
    {
        var scheme = held.Scheme switch
        {
            "brics-skills-passport" => "BRICS Skills Passport",
            "brics-engineer-passport" => "BRICS Engineer Passport",
            _ => held.Scheme,
        };
        return $"{scheme}{(held.Field is null ? "" : $" · {held.Field}")} · {CvDraft.Invariant(held.Level)}";
    }

    public static string Code(Certificate held) =>
        $"{held.Scheme}{(held.Field is null ? "" : "/" + held.Field)}:{CvDraft.Invariant(held.Level)}";

    /// <summary>The certificate that a code names; null when the text is none, or names no level.</summary>
    public static CertificateInput? Parse(string? text)
    {
        var colon = text?.LastIndexOf(':') ?? -1;
        if (text is null || colon < 1 || !int.TryParse(
            text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var scheme = slash < 0 ? text[..colon] : text[..Math.Min(slash, colon)];
        return new InputChecks([]).Scheme("certificates", scheme) is { } known && level is >= 1 and <= 5
            ? new CertificateInput(known, slash < 0 || slash > colon ? null : text[(slash + 1)..colon], level)
            : null;
    }
}
