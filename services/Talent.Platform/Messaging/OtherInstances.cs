namespace Talent.Platform.Messaging;

/// <summary>Whether other processes may host the same service: on the local bus there are none, and what concerns only
/// what they hold in memory need not be sent.</summary>
public sealed record OtherInstances(bool MayExist);
