using Talent.Contracts.Platform;

namespace Talent.Contracts.Identity;

/// <summary>A session was ended before its time: by signing out, from another place, with the password's change or because
/// its refresh token was copied. What it still holds open is to be closed.</summary>
[Fleeting]
public sealed record SessionEnded(Guid SessionId, Guid AccountId);
