namespace Talent.Jobs.Features.Employers;

/// <summary>Wakes <see cref="HoldOrRelease"/> when this process has learnt something of an employer.</summary>
sealed class EmployerSignal : IDisposable
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
