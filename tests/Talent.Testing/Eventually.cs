using System.Diagnostics;

namespace Talent.Testing;

/// <summary>Waits for a condition with a deadline: the only way in which a test waits.</summary>
public static class Eventually
{
    /// <summary>How long is waited when the test does not say: 30 s, generous because a busy machine is not a bug.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(30);

    static readonly TimeSpan DefaultPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Repeats an assertion until it passes.</summary>
    /// <exception cref="TimeoutException">It still failed at the deadline; carries the last failure.</exception>
    public static Task ShouldAsync(Func<Task> assertion, TimeSpan? deadline = null) =>
        GetAsync<object>(async () => { await assertion(); return assertion; }, deadline);

    /// <inheritdoc cref="ShouldAsync(Func{Task}, TimeSpan?)"/>
    public static Task ShouldAsync(Action assertion, TimeSpan? deadline = null) =>
        ShouldAsync(() => { assertion(); return Task.CompletedTask; }, deadline);

    /// <summary>Asks until the answer is yes.</summary>
    /// <param name="condition">What is asked.</param>
    /// <param name="what">What is waited for, for the failure's message.</param>
    /// <exception cref="TimeoutException">It was still no at the deadline.</exception>
    public static Task ShouldAsync(Func<Task<bool>> condition, string what, TimeSpan? deadline = null) =>
        GetAsync<object>(
            async () => await condition() ? condition : throw new TimeoutException($"Not yet: {what}"), deadline);

    /// <summary>Asks until there is something to return.</summary>
    /// <param name="pause">Between one question and the next; 50 ms when the test does not say.</param>
    /// <returns>The first answer that is not null.</returns>
    /// <exception cref="TimeoutException">There was none at the deadline; carries the last failure.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, TimeSpan? deadline = null, TimeSpan? pause = null)
        where T : class
    {
        var limit = deadline ?? DefaultDeadline;
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(pause ?? DefaultPause);
        Exception? last;
        do
        {
            last = null;
            try
            {
                if (await ask() is { } answer)
                    return answer;
            }
            catch (Exception failure)
            {
                last = failure;
            }
        }
        while (Stopwatch.GetElapsedTime(started) < limit && await timer.WaitForNextTickAsync());
        throw new TimeoutException(
            $"Still failing after {limit.TotalSeconds:0.#} s: {last?.Message ?? "nothing came back"}", last);
    }
}
