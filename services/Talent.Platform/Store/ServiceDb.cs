using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Talent.Platform.Imports;
using Talent.Platform.Mail;
using Talent.Platform.Messaging;

namespace Talent.Platform.Store;

/// <summary>A service's database: its own tables and the platform's outbox, inbox, dead letters, mails, idempotency keys
/// and imports. On PostgreSQL they live in the schema named by <see cref="Service"/>, on SQLite in a file of that name.</summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The service's name: file name on SQLite, schema name on PostgreSQL, prefix of queue names.</summary>
    public abstract string Service { get; }

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<DeadLetter> DeadLetters => Set<DeadLetter>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<ImportRun> Imports => Set<ImportRun>();
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();
    public DbSet<ImportRowError> ImportErrors => Set<ImportRowError>();

    /// <summary>Queues a message for delivery after, and only if, this context's changes are committed.</summary>
    public void Publish<TMessage>(TMessage message, TimeProvider clock) where TMessage : class =>
        Outbox.Add(OutboxMessage.Of(message, clock.GetUtcNow()));

    /// <summary>Queues a mail to be sent after, and only if, this context's changes are committed.</summary>
    public void Send(Letter letter, TimeProvider clock) => OutgoingMails.Add(OutgoingMail.Of(letter, clock.GetUtcNow()));

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (!Database.IsSqlite())
            return base.SaveChanges(acceptAllChangesOnSuccess);
        var turn = SqliteTurns.Of(Database.GetDbConnection());
        turn.Take(TurnReasons.Save);
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            turn.Leave(TurnReasons.Save);
        }
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!Database.IsSqlite())
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var turn = SqliteTurns.Of(Database.GetDbConnection());
        await turn.TakeAsync(TurnReasons.Save, cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            turn.Leave(TurnReasons.Save);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
        {
            // SQLite orders text, not DateTimeOffset: keep microseconds since the epoch, PostgreSQL's precision.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql())
            modelBuilder.HasDefaultSchema(Service);
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(message => message.Id);
            outbox.Property(message => message.Id).ValueGeneratedNever();
            outbox.HasIndex(message => new { message.DeliveredAt, message.DueAt });
        });
        modelBuilder.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("inbox").HasKey(entry => new { entry.MessageId, entry.Consumer });
            inbox.HasIndex(entry => entry.HandledAt);
        });
        modelBuilder.Entity<DeadLetter>(letters =>
        {
            letters.ToTable("dead_letters").HasKey(letter => letter.Id);
            letters.Property(letter => letter.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<OutgoingMail>(mails =>
        {
            mails.ToTable("outgoing_mails").HasKey(mail => mail.Id);
            mails.Property(mail => mail.Id).ValueGeneratedNever();
            mails.HasIndex(mail => mail.DueAt);
        });
        modelBuilder.Entity<IdempotencyKey>(keys =>
        {
            keys.ToTable("idempotency_keys").HasKey(key => new { key.Caller, key.Endpoint, key.Key });
            keys.HasIndex(key => key.CreatedAt);
        });
        modelBuilder.Entity<ImportRun>(imports =>
        {
            imports.ToTable("imports").HasKey(run => run.Id);
            imports.Property(run => run.Id).ValueGeneratedNever();
            imports.Property(run => run.Failure).IsJson(this);
            imports.Property(run => run.Notes).IsJson(this);
            // Each chunk moves it on: an instance that has lost the run to another cannot commit its chunk.
            imports.Property(run => run.LeaseUntil).IsConcurrencyToken();
            imports.HasIndex(run => new { run.OrganisationId, run.Id });
            imports.HasIndex(run => run.State);
        });
        modelBuilder.Entity<ImportFile>(files =>
        {
            files.ToTable("import_files").HasKey(file => file.ImportId);
            files.Property(file => file.ImportId).ValueGeneratedNever();
        });
        modelBuilder.Entity<ImportRowError>(errors =>
        {
            errors.ToTable("import_errors").HasKey(error => new { error.ImportId, error.Number });
            errors.Property(error => error.Error).IsJson(this);
        });
        ConfigureModel(modelBuilder);
        UseSnakeCaseColumns(modelBuilder);
    }

    /// <summary>The service's own tables.</summary>
    protected abstract void ConfigureModel(ModelBuilder modelBuilder);

    static void UseSnakeCaseColumns(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
        }
    }

    static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        value => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond));
}

/// <summary>Mapping of a property that is kept as a JSON document.</summary>
public static class JsonColumn
{
    /// <summary>How documents are written: camelCase, nulls left out.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Keeps the property as JSON: <c>jsonb</c> on PostgreSQL, text on SQLite. The value is taken as
    /// immutable: only assigning another object counts as a change.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property, ServiceDb db) where T : class?
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => JsonSerializer.Deserialize<T>(text, Options)!,
            new ValueComparer<T>(
                (left, right) => ReferenceEquals(left, right), value => value == null ? 0 : value.GetHashCode(), value => value));
        if (db.Database.IsNpgsql())
            property.HasColumnType("jsonb");
        return property;
    }
}
