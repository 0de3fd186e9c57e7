using System.Diagnostics;
using System.Globalization;

namespace Talent.Benchmarks;

/// <summary>Times of one thing done many times, one after the other.</summary>
sealed class Timing(string what)
{
    readonly List<double> _milliseconds = [];

    public static async Task<Timing> OfAsync(string what, int warm, int count, Func<int, Task> once)
    {
        for (var index = 0; index < warm; index++)
            await once(index);
        var timing = new Timing(what);
        for (var index = 0; index < count; index++)
        {
            var from = Stopwatch.GetTimestamp();
            await once(index);
            timing._milliseconds.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        timing._milliseconds.Sort();
        return timing;
    }

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    /// <summary>One row of the table: what, p50, p95, and the p95 as a part of the limit.</summary>
    public string Row(double limitMilliseconds, string notes) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {P50:0.0} | {P95:0.0} | {limitMilliseconds:0} | {P95 / limitMilliseconds:0.00} | {notes} |");

    double At(double part) => _milliseconds[Math.Min(_milliseconds.Count - 1, (int)(_milliseconds.Count * part))];
}
