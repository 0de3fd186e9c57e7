namespace Talent.Platform;

/// <summary>UUIDv7 that rise in the order they are made, also within a millisecond: the twelve bits after the time count
/// (RFC 9562, section 6.2, method 1). So the rows of a file keep their order in every list.</summary>
public static class OrderedIds
{
    const int CounterBits = 12;

    static long s_last;

    /// <summary>The next id; its time is <paramref name="now"/>, or a little later when many are made at once.</summary>
    public static Guid Next(DateTimeOffset now)
    {
        var wanted = now.ToUnixTimeMilliseconds() << CounterBits;
        long last;
        long next;
        do
        {
            last = Volatile.Read(ref s_last);
            // A clock that stands still or goes back a little counts on; one that was set back far (a test's) is followed.
            next = last - wanted > 60_000L << CounterBits ? wanted : Math.Max(wanted, last + 1);
        }
        while (Interlocked.CompareExchange(ref s_last, next, last) != last);
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next >> CounterBits))
            .TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | ((next >> 8) & 0x0F));
        bytes[7] = (byte)next;
        return new Guid(bytes, bigEndian: true);
    }
}
