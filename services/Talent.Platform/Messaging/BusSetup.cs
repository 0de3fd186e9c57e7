using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Talent.Platform.Messaging;

/// <summary>The bus between services: the setting <c>Talent:Bus</c> (<c>local</c> | <c>rabbitmq</c>, then
/// <c>Talent:RabbitMq</c> is the <c>amqp://</c> address).</summary>
public static class BusSetup
{
    const int DeliveryLimit = 20;

    /// <summary>Registers the consumers of a service that this process hosts.</summary>
    public static void AddConsumers(this WebApplicationBuilder builder, ServiceConsumers consumers) =>
        Registry(builder).Consumers.AddRange(consumers.All);

    /// <summary>Names the consumers of a service that another process hosts, so that what is published before that one's
    /// first start waits for it.</summary>
    public static void ExpectConsumers(this WebApplicationBuilder builder, ServiceConsumers consumers) =>
        Registry(builder).Elsewhere.AddRange(consumers.All);

    /// <summary>Registers a consumer that every running instance of <paramref name="service"/> feeds with every message. On
    /// RabbitMQ each instance has one queue for all of these, <c>SERVICE-instance-…</c>, which goes with it: what is sent
    /// while an instance is away, it never gets.</summary>
    public static void AddInstanceConsumer<TConsumer>(this WebApplicationBuilder builder, string service)
        where TConsumer : class, IConsumer =>
        Registry(builder).OfInstances.Add((service, typeof(TConsumer)));

    /// <summary>Starts the bus with all consumers registered so far; called once, after the services.</summary>
    internal static void AddBus(this WebApplicationBuilder builder)
    {
        var registry = Registry(builder);
        var (consumers, ofInstances) = (registry.Consumers, registry.OfInstances);
        switch (builder.Configuration["Talent:Bus"])
        {
            case null or "" or "local":
                builder.Services.AddMediator(mediator =>
                {
                    foreach (var (_, consumer) in consumers.Concat(ofInstances))
                        mediator.AddConsumer(consumer);
                });
                builder.Services.AddScoped<ICarrier, LocalCarrier>();
                builder.Services.AddSingleton(new OtherInstances(MayExist: false));
                break;
            case "rabbitmq":
                AddRabbit(builder, registry);
                break;
            case var other:
                throw new InvalidOperationException(
                    $"Talent:Bus is \"{other}\"; it must be \"local\" or \"rabbitmq\".");
        }
    }

    static void AddRabbit(WebApplicationBuilder builder, ConsumerRegistry registry)
    {
        var (consumers, ofInstances) = (registry.Consumers, registry.OfInstances);
        var address = builder.Configuration["Talent:RabbitMq"] ?? throw new InvalidOperationException(
            "Talent:Bus is \"rabbitmq\" but Talent:RabbitMq, its amqp:// address, is missing.");
        builder.Services.AddScoped<ICarrier, RabbitCarrier>();
        builder.Services.AddSingleton(services => new BusTopology(
            new Uri(address), [.. consumers, .. registry.Elsewhere], services.GetRequiredService<ILogger<BusTopology>>(),
            services.GetRequiredService<IHostApplicationLifetime>()));
        builder.Services.AddSingleton(new OtherInstances(MayExist: true));
        foreach (var own in consumers.GroupBy(consumer => consumer.Service, StringComparer.Ordinal))
        {
            var queues = own.Select(consumer => QueueName(consumer.Service, consumer.Consumer)).ToList();
            builder.Services.AddSingleton<IDeadLetterBox>(services => new ErrorQueueBox(
                own.Key, new Uri(address), queues, services.GetRequiredService<TimeProvider>()));
        }
        builder.Services.AddMassTransit(bus =>
        {
            foreach (var (_, consumer) in consumers.Concat(ofInstances))
                bus.AddConsumer(consumer);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(address), host => host.PublisherConfirmation = true);
                foreach (var (service, consumer) in consumers)
                {
                    var queue = QueueName(service, consumer);
                    rabbit.ReceiveEndpoint(queue, endpoint => Configure(endpoint, queue, context, consumer));
                }
                foreach (var own in ofInstances.GroupBy(consumer => consumer.Service, StringComparer.Ordinal))
                    rabbit.ReceiveEndpoint(
                        InstanceQueueName(own.Key),
                        endpoint => ConfigureInstance(endpoint, context, own.Select(consumer => consumer.Consumer)));
            });
        });
    }

    static void Configure(
        IRabbitMqReceiveEndpointConfigurator endpoint, string queue, IBusRegistrationContext context, Type consumer)
    {
        DescribeQueue(endpoint, queue);
        endpoint.PrefetchCount = 32;
        endpoint.UseMessageRetry(retry => retry.Exponential(
            5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(400)));
        endpoint.ConfigureConsumer(context, consumer);
    }

    /// <summary>How a consumer's queue is declared: by whoever comes first, and the same by all.</summary>
    internal static void DescribeQueue(IRabbitMqReceiveEndpointConfigurator endpoint, string queue)
    {
        endpoint.SetQuorumQueue();
        // A consumer that dies with the process, again and again, must not be fed the same message for ever: it goes to the
        // error queue. That queue is made at the first ordinary failure; a broker without it drops the message.
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.SetQueueArgument("x-dead-letter-exchange", "");
        endpoint.SetQueueArgument("x-dead-letter-routing-key", queue + "_error");
    }

    static void ConfigureInstance(
        IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, IEnumerable<Type> consumers)
    {
        endpoint.Durable = false;
        endpoint.AutoDelete = true;
        endpoint.PrefetchCount = 256;
        // Repeated or set aside, a message for this moment would come too late.
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        foreach (var consumer in consumers)
            endpoint.ConfigureConsumer(context, consumer);
    }

    static string InstanceQueueName(string service) => $"{service}-instance-{Guid.CreateVersion7():N}";

    /// <summary><c>matching-index-job-need</c> for the consumer <c>IndexJobNeed</c> of <c>matching</c>.</summary>
    internal static string QueueName(string service, Type consumer) =>
        $"{service}-{KebabCaseEndpointNameFormatter.Instance.SanitizeName(consumer.Name)}";

    static ConsumerRegistry Registry(WebApplicationBuilder builder)
    {
        if (builder.Host.Properties.TryGetValue(typeof(ConsumerRegistry), out var known))
            return (ConsumerRegistry)known;
        var registry = new ConsumerRegistry();
        builder.Host.Properties[typeof(ConsumerRegistry)] = registry;
        return registry;
    }

    sealed class ConsumerRegistry
    {
        public List<(string Service, Type Consumer)> Consumers { get; } = [];
        public List<(string Service, Type Consumer)> Elsewhere { get; } = [];
        public List<(string Service, Type Consumer)> OfInstances { get; } = [];
    }
}
