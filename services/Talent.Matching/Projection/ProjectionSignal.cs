namespace Talent.Matching.Projection;

/// <summary>Wakes the projection when this process has kept a document.</summary>
sealed class ProjectionSignal : IDisposable
{
    readonly SemaphoreSlim _signal = new(0);

    public void Set()
    {
        if (_signal.CurrentCount == 0)
            _signal.Release();
    }

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        _signal.WaitAsync(longest, cancellationToken);

    public void Dispose() => _signal.Dispose();
}
