using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Talent.Platform.Messaging;

/// <summary>Makes the queues of all consumers on RabbitMQ, also of those that other processes host and may not have started
/// yet, before anything is published: a broker confirms a message that one queue takes, and drops it for the queues that do
/// not exist.</summary>
sealed partial class BusTopology
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    readonly Uri _address;
    readonly IReadOnlyList<(string Service, Type Consumer)> _consumers;
    readonly ILogger<BusTopology> _log;
    readonly Lazy<Task> _made;

    public BusTopology(
        Uri address, IReadOnlyList<(string Service, Type Consumer)> consumers, ILogger<BusTopology> log,
        IHostApplicationLifetime lifetime)
    {
        (_address, _consumers, _log) = (address, consumers, log);
        _made = new Lazy<Task>(() => Task.Run(() => MakeAsync(lifetime.ApplicationStopping)));
    }

    /// <summary>Returns when they are there, however long the broker is away.</summary>
    public Task MadeAsync(CancellationToken cancellationToken) => _made.Value.WaitAsync(cancellationToken);

    async Task MakeAsync(CancellationToken stopping)
    {
        if (_consumers.Count == 0)
            return;
        while (true)
        {
            try
            {
                await Describe().DeployAsync(stopping);
                return;
            }
            catch (Exception away) when (!stopping.IsCancellationRequested)
            {
                LogAway(_log, away);
                await Task.Delay(Again, TimeProvider.System, stopping);
            }
        }
    }

    IBusControl Describe() => Bus.Factory.CreateUsingRabbitMq(rabbit =>
    {
        rabbit.Host(_address);
        rabbit.DeployTopologyOnly = true;
        foreach (var (service, consumer) in _consumers)
        {
            var queue = BusSetup.QueueName(service, consumer);
            rabbit.ReceiveEndpoint(queue, endpoint =>
            {
                BusSetup.DescribeQueue(endpoint, queue);
                endpoint.Consumer(consumer, _ => throw new InvalidOperationException("Nothing is consumed here."));
            });
        }
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queues cannot be made yet")]
    static partial void LogAway(ILogger logger, Exception failure);
}
