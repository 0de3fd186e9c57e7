using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Placements.Data;
using Talent.Testing;

namespace Talent.Placements.Tests;

/// <summary>What the service has told others.</summary>
static class Messages
{
    /// <summary>Every message, as it goes over the bus.</summary>
    public static async Task<List<string>> BodiesAsync(TalentApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Outbox.AsNoTracking()
            .OrderBy(message => message.Id).Select(message => message.Body).ToListAsync();
    }

    /// <summary>The messages of a type, oldest first.</summary>
    public static async Task<List<T>> OfAsync<T>(TalentApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var bodies = await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Outbox.AsNoTracking()
            .Where(message => message.Type == typeof(T).FullName).OrderBy(message => message.Id)
            .Select(message => message.Body).ToListAsync();
        return bodies.ConvertAll(body => JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web)!);
    }
}
