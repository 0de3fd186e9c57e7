using System.Collections.Concurrent;

namespace Talent.Platform;

/// <summary>Lines that services have for whoever starts the process; printed once it listens, after its address.</summary>
public sealed class StartNotices
{
    readonly ConcurrentQueue<Func<string>> _notices = new();

    /// <summary>Adds a line; it is composed when the address is known.</summary>
    public void Add(Func<string> notice) => _notices.Enqueue(notice);

    /// <summary>The lines, in the order they were added.</summary>
    public IEnumerable<string> Lines => _notices.Select(notice => notice());
}
