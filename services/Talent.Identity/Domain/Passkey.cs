using Microsoft.AspNetCore.Identity;

namespace Talent.Identity.Domain;

/// <summary>A passkey of an account.</summary>
sealed class Passkey : IdentityUserPasskey<Guid>
{
    public DateTimeOffset? LastUsedAt { get; set; }
}
