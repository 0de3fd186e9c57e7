using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Talent.Platform.Messaging;
using Talent.Platform.Operations;

namespace Talent.Platform.Store;

/// <summary>Gives a service its database.</summary>
public static class StoreSetup
{
    /// <summary>A list goes as one parameter, so that the SQL is the same however long it is, and is written and
    /// parsed once.</summary>
    const ParameterTranslationMode Lists = ParameterTranslationMode.Parameter;

    /// <summary>Registers the service's context on the configured store, its migrations (embedded SQL scripts
    /// <c>Data/Migrations/sqlite|postgres/NNN_name.sql</c> of the context's assembly, applied at start under a lock),
    /// the relay of its outbox, and its readiness check.</summary>
    public static void AddServiceStore<TDb>(this WebApplicationBuilder builder) where TDb : ServiceDb
    {
        var settings = new StoreSettings(builder.Configuration);
        var service = ServiceNameOf<TDb>();
        var connection = settings.ConnectionString(service);
        builder.Services.TryAddSingleton(settings);
        builder.Services.AddDbContextPool<TDb>((services, options) => Configure(services, options, settings.Provider, connection));
        builder.Services.AddSingleton(new Migration(typeof(TDb), service, settings.Provider, connection));
        builder.Services.TryAddSingleton<Migrator>();
        builder.Services.TryAddSingleton<OutboxSignal>();
        builder.Services.AddWorkAfterStart<OutboxRelay<TDb>>();
        builder.Services.AddWorkAfterStart<Housekeeping<TDb>>();
        builder.Services.AddSingleton<IDeadLetterBox>(
            services => ActivatorUtilities.CreateInstance<DeadLetterBox<TDb>>(services, service));
        builder.Services.AddHealthChecks().AddCheck<StoreHealth<TDb>>($"store:{service}", tags: ["ready"]);
    }

    static void Configure(
        IServiceProvider services, DbContextOptionsBuilder options, StoreProvider provider, string connection)
    {
        if (provider is StoreProvider.Sqlite)
            options.UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(Lists))
                .AddInterceptors(SqlitePragmas.Instance, SqliteTurns.Instance)
                .ReplaceService<IRelationalTransactionFactory, TurnTransactions>();
        else
            options.UseNpgsql(connection, postgres => postgres.UseParameterizedCollectionMode(Lists));
        var signal = services.GetRequiredService<OutboxSignal>();
        options.AddInterceptors(new OutboxSaveInterceptor(signal), new OutboxCommitInterceptor(signal));
    }

    /// <summary>The name without a database: the property of an instance that never connects.</summary>
    static string ServiceNameOf<TDb>() where TDb : ServiceDb
    {
        var options = new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=:memory:").Options;
        using var db = (TDb)Activator.CreateInstance(typeof(TDb), options)!;
        return db.Service;
    }
}
