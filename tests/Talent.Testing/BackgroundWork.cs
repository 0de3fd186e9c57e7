using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Talent.Testing;

/// <summary>What a process does by itself.</summary>
public static class BackgroundWork
{
    /// <summary>Leaves work out that the test does itself, or wants left undone.</summary>
    /// <param name="name">Of its type, without type arguments: <c>MailRelay</c>.</param>
    public static void RemoveWork(this IServiceCollection services, string name)
    {
        foreach (var runner in services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType is { IsGenericType: true } type
            && type.GetGenericArguments()[0].Name.Split('`')[0] == name).ToList())
            services.Remove(runner);
    }
}
