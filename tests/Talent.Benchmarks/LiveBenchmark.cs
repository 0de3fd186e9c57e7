using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Notifications.Domain;
using Talent.Platform.Http;
using Talent.Platform.Security;
using Talent.Platform.Store;
using Talent.Testing;

namespace Talent.Benchmarks;

/// <summary>From the commit of a change in one service until the client of whoever is concerned has the update, with 1,000
/// connections, server and clients in one process on the same cores; beside a hub that only sends, with nothing
/// stored.</summary>
static class LiveBenchmark
{
    const int Connections = 1000;
    const int Rate = 200;
    const double Limit = 50;
    /// <summary>So many are sent first, some at a time, until the code is compiled for good.</summary>
    const int Warm = 8000;
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);
    /// <summary>An update to everybody once in so long is the same rate of updates.</summary>
    static readonly TimeSpan BetweenBroadcasts = TimeSpan.FromSeconds((double)Connections / Rate);

    public static async Task RunAsync(TextWriter output)
    {
        output.WriteLine("| commit → client, 1,000 connections | updates | p50 ms | p99 ms | most ms | p99 / limit |");
        output.WriteLine("|---|---|---|---|---|---|");
        await StoredAsync(output);
        await BareAsync(output);
    }

    static async Task StoredAsync(TextWriter output)
    {
        var people = Enumerable.Range(1, Connections).Select(number => TalentApp.Person(Roles.Graduate, number)).ToList();
        var everybody = Guid.CreateVersion7();
        await using var app = await TalentApp.StartAsync(
            services: ["notifications"], adjust: builder => builder.AddServiceStore<BenchDb>());
        await BelongAsync(app, people, everybody);
        await using var clients = await Clients.ConnectAsync(
            app.Address, people.Select(person => app.Services.GetRequiredService<AccessTokens>().Issue(person, TimeSpan.FromHours(1))));
        await WarmAsync(clients, (subject, number) => CommitAsync(app, subject, people[number].AccountId, null, clients));
        await OnePersonAsync(clients, Measured, (subject, number) => CommitAsync(app, subject, people[number].AccountId, null, clients));
        clients.Report(output, "stored and pushed, one person each, 200 updates/s");
        await EverybodyAsync(clients, subject => CommitAsync(app, subject, null, everybody, clients));
        clients.Report(output, "stored and pushed, 1,000 people at once, every 5 s");
    }

    static async Task BareAsync(TextWriter output)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSignalR();
        builder.Services.AddSingleton<ServiceAddresses>();
        await using var bare = builder.Build();
        bare.MapHub<BareHub>("/hubs/live");
        await bare.StartAsync();
        var address = bare.Services.GetRequiredService<ServiceAddresses>().Own()!;
        await using var clients = await Clients.ConnectAsync(address, Enumerable.Repeat((string?)null, Connections)!);
        var hub = bare.Services.GetRequiredService<IHubContext<BareHub>>();
        var ids = BareHub.Connected.ToArray();
        Task SendAsync(Guid subject, IClientProxy to)
        {
            clients.Committed(subject);
            return to.SendAsync("update", new Update(
                1, KindsOfNotice.PlacementMoved, NoticeWeights.Note, TimeProvider.System.GetUtcNow(),
                new UpdateSubject("placement", subject), "Lin Example, “Robot welder”: the next step is reached.", "/placements/1", false));
        }
        await WarmAsync(clients, (subject, number) => SendAsync(subject, hub.Clients.Client(ids[number])));
        await OnePersonAsync(clients, Measured, (subject, number) => SendAsync(subject, hub.Clients.Client(ids[number])));
        clients.Report(output, "bare SignalR, nothing stored, one client each, 200 messages/s");
        await EverybodyAsync(clients, subject => SendAsync(subject, hub.Clients.All));
        clients.Report(output, "bare SignalR broadcast to 1,000, every 5 s");
    }

    static async Task WarmAsync(Clients clients, Func<Guid, int, Task> once)
    {
        for (var number = 0; number < Warm; number++)
        {
            await once(Guid.CreateVersion7(), number % Connections);
            if (number % 50 == 49)
                await clients.CameAsync(number + 1);
        }
        clients.Forget();
    }

    /// <summary>Four writers, as requests come from several people at once.</summary>
    static async Task OnePersonAsync(Clients clients, TimeSpan duration, Func<Guid, int, Task> once)
    {
        const int writers = 4;
        var expected = 0;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds((double)writers / Rate));
            var count = (int)(duration.TotalSeconds * Rate / writers);
            for (var number = 0; number < count; number++)
            {
                await timer.WaitForNextTickAsync();
                await once(Guid.CreateVersion7(), (((number * writers) + writer) * 37) % Connections);
                Interlocked.Increment(ref expected);
            }
        })));
        await clients.CameAsync(expected);
    }

    static async Task EverybodyAsync(Clients clients, Func<Guid, Task> once)
    {
        const int times = 4;
        clients.Forget();
        using var timer = new PeriodicTimer(BetweenBroadcasts);
        for (var time = 0; time < times; time++)
        {
            await once(Guid.CreateVersion7());
            await timer.WaitForNextTickAsync();
        }
        await clients.CameAsync(times * Connections);
    }

    static async Task BelongAsync(TalentApp app, List<Caller> people, Guid everybody)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        foreach (var person in people)
            db.Belongings.Add(new Belonging { OrganisationId = everybody, AccountId = person.AccountId });
        await db.SaveChangesAsync();
    }

    static async Task CommitAsync(TalentApp app, Guid subject, Guid? person, Guid? organisation, Clients clients)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BenchDb>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["graduate"] = "Lin Example", ["job"] = "Robot welder", ["employer"] = "Example Robotics", ["stage"] = "screened",
        };
        db.Publish(
            new NoticeRaised(
                Guid.CreateVersion7(), KindsOfNotice.PlacementMoved, NoticeWeights.Note, person is { } one ? [one] : [],
                organisation is { } all ? [all] : [], null, "placement", subject, values, "/placements/1", app.Clock.GetUtcNow()),
            app.Clock);
        await db.SaveChangesAsync();
        clients.Committed(subject);
    }

    /// <summary>The service where something happens: its outbox is all it has.</summary>
    sealed class BenchDb(DbContextOptions<BenchDb> options) : ServiceDb(options)
    {
        public override string Service => "bench";

        protected override void ConfigureModel(ModelBuilder modelBuilder)
        {
            // The platform's tables alone.
        }
    }

    sealed class BareHub : Hub
    {
        public static ConcurrentBag<string> Connected { get; } = [];

        public override Task OnConnectedAsync()
        {
            Connected.Add(Context.ConnectionId);
            return Task.CompletedTask;
        }

        public long Since(long seq)
        {
            Context.ConnectionAborted.ThrowIfCancellationRequested();
            return seq;
        }
    }

    /// <summary>The connections, and when each update was committed and came.</summary>
    sealed class Clients : IAsyncDisposable
    {
        readonly List<LiveClient> _clients = [];
        readonly List<Task> _reading = [];
        readonly ConcurrentDictionary<Guid, long> _committed = new();
        ConcurrentBag<(Guid Subject, long At)> _came = [];

        public static async Task<Clients> ConnectAsync(Uri address, IEnumerable<string?> tokens)
        {
            var all = new Clients();
            foreach (var some in tokens.Chunk(50))
                all._clients.AddRange(await Task.WhenAll(some.Select(token => LiveClient.ConnectAsync(address, token))));
            foreach (var some in all._clients.Chunk(50))
                await Task.WhenAll(some.Select(client => client.SinceAsync(0)));
            all._reading.AddRange(all._clients.Select(client => all.ReadAsync(client)));
            _ = all.PingAsync();
            return all;
        }

        public void Committed(Guid subject) => _committed[subject] = Stopwatch.GetTimestamp();

        public void Forget()
        {
            _committed.Clear();
            _came = [];
        }

        public Task CameAsync(int count) =>
            Eventually.ShouldAsync(() => Task.FromResult(_came.Count >= count), $"{count} updates, {_came.Count} so far");

        public void Report(TextWriter output, string what)
        {
            var took = _came.Select(one => Math.Max(0, Stopwatch.GetElapsedTime(_committed[one.Subject], one.At).TotalMilliseconds))
                .Order().ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {what} | {took.Count} | {took[took.Count / 2]:0.0} | {took[took.Count * 99 / 100]:0.0} | {took[^1]:0.0} | {took[took.Count * 99 / 100] / Limit:0.00} |"));
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var client in _clients)
                await client.DisposeAsync();
            await Task.WhenAll(_reading);
        }

        async Task ReadAsync(LiveClient client)
        {
            await foreach (var update in client.Came.ReadAllAsync())
                _came.Add((update.Subject.Id, Stopwatch.GetTimestamp()));
        }

        async Task PingAsync()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
            while (await timer.WaitForNextTickAsync() && !_clients.TrueForAll(client => client.Closed.IsCompleted))
                foreach (var client in _clients.Where(client => !client.Closed.IsCompleted))
                    await client.PingAsync();
        }
    }
}
