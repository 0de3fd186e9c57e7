using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Talent.Platform.Operations;

/// <summary>Background work that nobody waits for at the start: relays, clocks, housekeeping.</summary>
public static class WorkAfterStart
{
    /// <summary>Registers work that begins when the process has listened for a moment: the first page is not kept waiting
    /// for it. The moment is <c>Talent:StartPause</c>, in seconds (1).</summary>
    public static void AddWorkAfterStart<TWork>(this IServiceCollection services) where TWork : BackgroundService
    {
        services.TryAddSingleton<StartPause>();
        services.AddSingleton<TWork>();
        services.AddHostedService<Later<TWork>>();
    }

    sealed class StartPause
    {
        public StartPause(IHostApplicationLifetime lifetime, IConfiguration configuration)
        {
            var seconds = double.Parse(configuration["Talent:StartPause"] ?? "1", CultureInfo.InvariantCulture);
            Over = OverAsync(lifetime, TimeSpan.FromSeconds(seconds));
        }

        public Task Over { get; }

        static async Task OverAsync(IHostApplicationLifetime lifetime, TimeSpan pause)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task;
            // By the machine's clock, also where a test holds another.
            await Task.Delay(pause, TimeProvider.System);
        }
    }

    sealed class Later<TWork>(TWork work, StartPause pause) : BackgroundService where TWork : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await pause.Over.WaitAsync(stoppingToken);
            await work.StartAsync(stoppingToken);
            // Its failure is the process's, as if it had been started by itself.
            await work.ExecuteTask!;
        }

        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await work.StopAsync(cancellationToken);
            await base.StopAsync(cancellationToken);
        }
    }
}
