namespace Talent.Contracts.Platform;

/// <summary>Marks a message that matters only to processes that run now: when none listens, it is dropped.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FleetingAttribute : Attribute;
