namespace Talent.Testing;

/// <summary>The system's time, moved on at will: what waits for an instant need not be waited for. Timers run in real
/// time.</summary>
public sealed class TestClock : TimeProvider
{
    long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref ahead));

    /// <summary>From now on it is <paramref name="time"/> later than before.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);
}
