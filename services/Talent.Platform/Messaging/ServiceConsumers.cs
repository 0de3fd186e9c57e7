using MassTransit;

namespace Talent.Platform.Messaging;

/// <summary>What one service consumes, whichever process hosts it. On RabbitMQ each consumer has a quorum queue of its own,
/// named <c>SERVICE-CONSUMER</c>, so that every consumer gets every message.</summary>
/// <param name="service">The service's name, as in <c>--services</c>.</param>
public sealed class ServiceConsumers(string service)
{
    readonly List<(string Service, Type Consumer)> _all = [];

    internal IEnumerable<(string Service, Type Consumer)> All => _all;

    public ServiceConsumers With<TConsumer>() where TConsumer : class, IConsumer
    {
        _all.Add((service, typeof(TConsumer)));
        return this;
    }
}
