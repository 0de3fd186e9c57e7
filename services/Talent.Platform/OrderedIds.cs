namespace Talent.Platform;

/// <summary>UUIDv7 that rise in the order they are made, also within a millisecond: the twelve bits after the time count
/// (RFC 9562, section 6.2, method 1). So the rows of a file keep their order in every list.</summary>
public static class OrderedIds
{
    const int CounterBits = 12;

    /// <summary>Some 70 minutes.</summary>
    const int RegionBits = 22;

    /// <summary>The newest of each region of time, used again after 50 days. Clocks that are far apart, a test's and another
    /// test's, do not disturb each other's order.</summary>
    static readonly long[] Newest = new long[1024];

    /// <summary>The next id; its time is <paramref name="now"/>, or a little later when many are made at once.</summary>
    public static Guid Next(DateTimeOffset now)
    {
        var time = now.ToUnixTimeMilliseconds();
        var wanted = time << CounterBits;
        var region = time >> RegionBits;
        ref var own = ref Newest[region & (Newest.Length - 1)];
        long last;
        long next;
        do
        {
            last = Volatile.Read(ref own);
            next = Math.Max(After(last, wanted), Math.Max(
                After(NewestOf(region - 1), wanted), After(NewestOf(region + 1), wanted)));
        }
        while (Interlocked.CompareExchange(ref own, next, last) != last);
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next >> CounterBits))
            .TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | ((next >> 8) & 0x0F));
        bytes[7] = (byte)next;
        return new Guid(bytes, bigEndian: true);
    }

    static long NewestOf(long region) => Volatile.Read(ref Newest[region & (Newest.Length - 1)]);

    /// <summary>A clock that stands still or goes back a little counts on; one that was set back far is followed.</summary>
    static long After(long last, long wanted) => last - wanted > 60_000L << CounterBits ? wanted : Math.Max(wanted, last + 1);
}
